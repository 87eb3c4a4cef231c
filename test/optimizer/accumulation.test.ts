import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hold, ramp } from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';
import { thermalize, ThermoMonitor, ThermoSGD, type ThermoSGDOptions } from '../../src/network/index.js';
import { useBackend } from '../backends.js';
import { reloaded } from '../thermalize/training.js';
import { bitsOf, compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';

const micro = 4;
const gradientAccumulationSteps = 3;

/** A net without batch norm, in which the gradient of a batch is the mean of those of its parts. */
function plainNet(): tf.Sequential {
  const kernelInitializer = (seed: number) => tf.initializers.heNormal({ seed });
  return tf.sequential({
    layers: [
      tf.layers.dense({
        inputShape: [6],
        units: 5,
        activation: 'tanh',
        kernelInitializer: kernelInitializer(1),
      }),
      tf.layers.dense({ units: 3, kernelInitializer: kernelInitializer(2) }),
    ],
  });
}

type Gas = ReturnType<typeof thermalize> | ThermoSGD;

const optimizers: [string, (steps?: number) => Gas][] = [
  [
    'ThermoSGD with momentum on schedules',
    (k) =>
      new ThermoSGD({
        learningRate: ramp(0.2, 0.02, 6),
        momentum: 0.9,
        weightDecay: 0.01,
        invariant: 'kernel',
        ...accumulating(k),
      }),
  ],
  [
    'ThermoSGD at an effective rate',
    (k) =>
      new ThermoSGD({
        effectiveLearningRate: 0.02,
        weightDecay: 0.01,
        invariant: 'kernel',
        ...accumulating(k),
      }),
  ],
  [
    'thermalized momentum on a schedule',
    (k) => thermalize(tf.train.momentum(0.1, 0.5), { learningRate: ramp(0.2, 0.02, 6), ...accumulating(k) }),
  ],
  // Its rate is small against the rounding that adam's division by small moments magnifies.
  [
    'thermalized adam',
    (k) => thermalize(tf.train.adam(1e-3), { clipGlobalNorm: 1, weightDecay: 0.1, ...accumulating(k) }),
  ],
];

function accumulating(steps: number | undefined): Pick<ThermoSGDOptions, 'gradientAccumulationSteps'> {
  return steps === undefined ? {} : { gradientAccumulationSteps: steps };
}

/** Trains on six batches, each whole or in micro-batches. */
async function trained(model: tf.Sequential, parts: number): Promise<number[]> {
  for (let batch = 0; batch < 6; batch += 1) {
    const { xs, ys } = tinyExamples(micro * gradientAccumulationSteps, batch + 1);
    const size = (micro * gradientAccumulationSteps) / parts;
    for (let part = 0; part < parts; part += 1) {
      const [x, y] = [xs, ys].map((tensor) => tf.slice(tensor, [part * size], [size]));
      await model.trainOnBatch(x!, y!);
      tf.dispose([x!, y!]);
    }
    tf.dispose([xs, ys]);
  }
  const values = await Promise.all(model.getWeights().map((weight) => weight.data()));
  return values.flatMap((value) => [...value]);
}

describe.each(['tensorflow', 'wasm', 'cpu'])('on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test.each(optimizers)('%s: three micro-batches make the step of one batch', async (_, make) => {
    const optimizer = make(gradientAccumulationSteps);
    const parts = await trained(compileLogits(plainNet(), optimizer), gradientAccumulationSteps);
    expect(optimizer.iterations).toBe(6);
    const whole = await trained(compileLogits(plainNet(), make()), 1);
    // Single precision rounds by 6e-8 of values below 3; six steps magnify it a hundredfold at most.
    parts.forEach((value, i) => expect(Math.abs(value - whole[i]!)).toBeLessThan(100 * 3 * 6e-8));
  });
});

describe('an accumulation', () => {
  beforeAll(() => useBackend('cpu'));
  afterAll(() => tf.disposeVariables());

  test('moves nothing until its last micro-batch, and holds no tensor after a step', () => {
    const weight = tf.variable(tf.tensor1d([1, 2]), true, 'accumulated-weight');
    const start = tf.memory().numTensors;
    const optimizer = new ThermoSGD({
      learningRate: 0.5,
      invariant: () => true,
      gradientAccumulationSteps: 2,
    });
    const counts: number[] = [];
    for (let step = 0; step < 6; step += 1) {
      const gradient = tf.tensor1d([step, 1]);
      optimizer.applyGradients({ [weight.name]: gradient });
      gradient.dispose();
      counts.push(tf.memory().numTensors);
      expect(optimizer.iterations).toBe(Math.floor((step + 1) / 2));
    }
    expect(counts[4]).toBe(counts[2]);
    expect(counts[5]).toBe(counts[3]);
    expect(counts[4]).toBe(counts[5]! + 1);
    // Means 0.5, 2.5 and 4.5 at the rate 0.5.
    expect([...weight.dataSync()]).toEqual([1 - 0.5 * 7.5, 2 - 0.5 * 3]);
    optimizer.applyGradients({ [weight.name]: tf.tensor1d([1, 1]) });
    optimizer.dispose();
    // The last gradient is this test's.
    expect(tf.memory().numTensors).toBe(start + 1);
  });

  test('reaches a variable that only some micro-batches have a gradient for, and spares one that none has', () => {
    const [some, none] = ['some', 'none'].map((name) =>
      tf.variable(tf.tensor1d([1, 1]), true, `reached-${name}`),
    );
    const optimizer = new ThermoSGD({ learningRate: 1, invariant: () => true, gradientAccumulationSteps: 2 });
    const give = (tensor: tf.Tensor | null): void =>
      optimizer.applyGradients([
        { name: some!.name, tensor },
        { name: none!.name, tensor: null },
      ] as never);
    give(null);
    give(tf.tensor1d([0.5, 0]));
    expect([...some!.dataSync(), ...none!.dataSync()]).toEqual([0.75, 1, 1, 1]);
    optimizer.dispose();
  });

  test.each<[string, () => Gas]>([
    [
      'ThermoSGD',
      () =>
        new ThermoSGD({ learningRate: 0.1, momentum: 0.9, invariant: 'kernel', gradientAccumulationSteps }),
    ],
    ['thermalized adam', () => thermalize(tf.train.adam(0.01), { gradientAccumulationSteps })],
  ])('of %s that is saved under way goes on to the same bits', async (_, make) => {
    const model = compileLogits(plainNet(), make());
    const train = async (trainee: tf.LayersModel, from: number, to: number): Promise<void> => {
      for (let batch = from; batch < to; batch += 1) {
        const { xs, ys } = tinyExamples(micro, batch + 1);
        await trainee.trainOnBatch(xs, ys);
        tf.dispose([xs, ys]);
      }
    };
    await train(model, 0, 5);
    const resumed = await reloaded(model);
    await train(model, 5, 12);
    await train(resumed, 5, 12);
    expect(await bitsOf(resumed)).toEqual(await bitsOf(model));
    expect((resumed.optimizer as Gas).iterations).toBe(4);
    expect((resumed.optimizer as Gas).gradientAccumulationSteps).toBe(3);
  });

  test('is trained by fit, whose monitor reads a step once and shows the mean loss and the noise of the whole step', async () => {
    const read = async (steps: number) => {
      const model = tinyNet();
      const optimizer = new ThermoSGD({
        learningRate: 0,
        invariant: model,
        process: [hold({ steps: 4 })],
        gradientAccumulationSteps: steps,
      });
      compileLogits(model, optimizer);
      const probes = Array.from({ length: 2 }, (_, i) => tinyExamples(8, 50 + i));
      let drawn = 0;
      const noise = {
        every: 2,
        decay: 0,
        source: {
          batchSize: 8,
          draw: () => {
            const { xs, ys } = probes[drawn++ % 2]!;
            return { xs: tf.clone<tf.Tensor>(xs), ys: tf.clone<tf.Tensor>(ys) };
          },
        },
      };
      const monitor = new ThermoMonitor({ model, every: 2, noise });
      const { xs, ys } = tinyExamples(8 * steps * 4, 1);
      await model.fit(xs, ys, { batchSize: 8, epochs: 1, shuffle: false, verbose: 0, callbacks: [monitor] });
      const { observation } = monitor.latest!;
      monitor.dispose();
      return { observation, drawn, iterations: optimizer.iterations };
    };
    const one = await read(1);
    const four = await read(4);
    expect(four.iterations).toBe(4);
    expect(four.drawn).toBe(one.drawn);
    expect(four.observation.step).toBe(4);
    expect(four.observation.window).toBe(2);
    // The weights stay, so that both see the same two gradients.
    expect(four.observation.noise! / one.observation.noise!).toBeCloseTo(1 / 4, 6);
    expect(four.observation.loss).toBeGreaterThan(0.5);
  });

  test.each([0, 1.5, Number.NaN])('refuses %f micro-batches a step', (steps) => {
    const message = `gradientAccumulationSteps is ${steps}: pass a whole number of at least 1`;
    expect(() => new ThermoSGD({ learningRate: 0.1, gradientAccumulationSteps: steps })).toThrow(
      new ThermoError(message),
    );
    expect(() => thermalize(tf.train.sgd(0.1), { gradientAccumulationSteps: steps })).toThrow(
      new ThermoError(message),
    );
  });
});
