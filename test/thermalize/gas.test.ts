import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { along, hold, linear, type NumberOrSchedule } from '../../src/control/index.js';
import { ThermoMonitor, thermalize, ThermoSGD, type ThermalizeOptions } from '../../src/network/index.js';
import { isothermal } from '../../src/physics/index.js';
import { useBackend } from '../backends.js';
import { applyGiven, seededGradients, seededVariables, valuesOf } from '../optimizer/givenGradients.js';
import { compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';

beforeAll(() => useBackend('tensorflow'));

const steps = 40;

/** The weights, and a reading of the last half, of steps on seeded gradients. */
async function run(optimizer: ThermoSGD | ReturnType<typeof thermalize>) {
  const { kernels, others } = seededVariables();
  const variables = [...kernels, ...others].map(({ variable }) => variable);
  const next = seededGradients(0.2);
  optimizer.readingEvery = steps / 2;
  for (let step = 0; step < steps; step += 1) {
    if (step === steps / 2) optimizer.observe((await optimizer.read()).whole);
    const gradients = next();
    applyGiven(optimizer, variables, [...gradients.kernels, ...gradients.others]);
  }
  const values = await valuesOf(variables);
  const reading = await optimizer.read();
  optimizer.dispose();
  tf.dispose(variables);
  return { values, reading };
}

const invariant = 'kernel*';

describe('a thermalized sgd or momentum is the gas that ThermoSGD is, to rounding', () => {
  const effective = { effectiveLearningRate: linear({ from: 0.004, to: 0.001, steps: 30 }) };
  const others = { learningRate: 0.03 };
  const moving = linear({ from: 0.9, to: 0.5, steps: 30 });
  const rows: [string, ThermalizeOptions, NumberOrSchedule][] = [
    ['at an effective rate', { ...effective, weightDecay: 0.05 }, 0],
    ['on a sphere', { ...effective, radius: 3 }, 0],
    ['on a sphere, with momentum', { ...effective, radius: 3 }, 0.9],
    ['at an effective rate without decay, with momentum', effective, 0.9],
    ['on a sphere, with a momentum that moves', { ...effective, radius: 3 }, moving],
    ['at an effective rate without decay, with a momentum that moves', effective, moving],
    ['at a learning rate, with decay', { learningRate: 0.02, weightDecay: 0.05 }, 0],
    ['one radius a layer', { ...effective, weightDecay: 0.05, radii: 'perLayer' }, 0],
    [
      'through stages',
      {
        effectiveLearningRate: 0.004,
        weightDecay: 0.05,
        process: [hold({ steps: 20 }), along(isothermal({ volumeRatio: 1.1 }), { steps: 20 })],
      },
      0,
    ],
  ];

  test.each(rows)('%s', async (_, options, momentum) => {
    const isEffective = options.learningRate === undefined;
    const plain =
      momentum === 0
        ? tf.train.sgd(0.03)
        : tf.train.momentum(0.03, typeof momentum === 'number' ? momentum : 0.1);
    const ours = await run(
      thermalize(plain, {
        ...options,
        invariant,
        ...(isEffective ? { others } : {}),
        ...(typeof momentum === 'number' ? {} : { momentum }),
      }),
    );
    const { values, reading } = await run(
      new ThermoSGD({
        ...options,
        momentum,
        invariant,
        others: isEffective ? { ...others, momentum } : { learningRate: 0.02, momentum },
      }),
    );
    // Weights of at most 4 are rounded some six times a step, by 2^-24 of themselves: the root of 6 x 40, times 4 / 2^24. The
    // other matrix decays with the kernels at a learning rate, and ThermoSGD's does not.
    const compared = isEffective ? values : values.slice(0, 2);
    const worst = Math.max(
      ...compared.flatMap((row, i) => row.map((value, j) => Math.abs(value - ours.values[i]![j]!))),
    );
    expect(worst).toBeLessThan(4e-6);
    for (const name of ['squaredRadius', 'secondMoment', 'effectiveLearningRate', 'angle'] as const) {
      if (reading.whole[name] === null) expect(ours.reading.whole[name]).toBeNull();
      else expect(ours.reading.whole[name]! / reading.whole[name]!, name).toBeCloseTo(1, 4);
    }
    expect(ours.reading.whole.pressure).toBeCloseTo(reading.whole.pressure, 4);
    expect(ours.reading.whole.control.protocol).toBe(reading.whole.control.protocol);
    expect(ours.reading.whole.control.momentum).toBe(reading.whole.control.momentum);
  });
});

test('a step that the guard holds back, as decay would take more than half of the weights, is read as that of ThermoSGD', async () => {
  const options = { effectiveLearningRate: 0.05, weightDecay: 20, invariant };
  const first = async (optimizer: ThermoSGD | ReturnType<typeof thermalize>) => {
    const { kernels } = seededVariables();
    const variables = kernels.map(({ variable }) => variable);
    applyGiven(optimizer, variables, seededGradients(0.2)().kernels);
    const { whole } = await optimizer.read();
    optimizer.dispose();
    tf.dispose(variables);
    return whole;
  };
  const [ours, theirs] = [
    await first(thermalize(tf.train.sgd(1), options)),
    await first(new ThermoSGD(options)),
  ];
  // The guard binds: the step was taken at less than the rate that was asked for.
  expect(theirs.effectiveLearningRate).toBeLessThan(0.9 * options.effectiveLearningRate);
  for (const name of ['squaredRadius', 'secondMoment', 'effectiveLearningRate'] as const)
    expect(ours[name]! / theirs[name]!, name).toBeCloseTo(1, 5);
});

test('with momentum a decoupled decay lambda is the pressure (1 - a) lambda', async () => {
  for (const rate of [{ learningRate: 0.01 }, { effectiveLearningRate: 0.001 }]) {
    const { reading } = await run(
      thermalize(tf.train.momentum(0.01, 0.75), { ...rate, weightDecay: 0.08, invariant }),
    );
    expect(reading.whole.pressure).toBeCloseTo(0.02, 6);
  }
});

test('clipped gradients heat by what is left of them, and M stays that of the whole gradient', async () => {
  const options = { learningRate: 0.02, invariant };
  const whole = await run(thermalize(tf.train.sgd(0.02), { ...options, learningRate: 0 }));
  const clipped = await run(thermalize(tf.train.sgd(0.02), { ...options, learningRate: 0, clipNorm: 1e-3 }));
  expect(clipped.reading.whole.secondMoment).toBe(whole.reading.whole.secondMoment);
  const { squaredRadius, effectiveLearningRate, secondMoment } = (
    await run(thermalize(tf.train.sgd(0.02), { ...options, learningRate: 1e-7, clipNorm: 1e-3 }))
  ).reading.whole;
  // Two kernels whose gradients have length 1e-3 each.
  expect((effectiveLearningRate * secondMoment) / (1e-7 * 2e-6)).toBeCloseTo(1, 4);
  expect(squaredRadius).toBeCloseTo(whole.reading.whole.squaredRadius, 4);
});

describe('a monitor', () => {
  const watched = async (optimizer: tf.Optimizer) => {
    const model = compileLogits(tinyNet(), optimizer);
    const monitor = new ThermoMonitor({ model, every: 5, noise: { every: 5 } });
    const { xs, ys } = tinyExamples(64);
    const { history } = await model.fit(xs, ys, {
      epochs: 2,
      batchSize: 8,
      verbose: 0,
      shuffle: false,
      callbacks: [monitor],
    });
    tf.dispose([xs, ys]);
    const { latest } = monitor;
    monitor.dispose();
    return {
      latest: latest!,
      history,
      weights: await valuesOf(model.trainableWeights.map((weight) => weight.read() as tf.Variable)),
    };
  };

  test('reads a thermalized sgd as a gas, and changes nothing in it', async () => {
    const { latest, history, weights } = await watched(thermalize(tf.train.sgd(0.05), { weightDecay: 0.02 }));
    expect(latest.observation.dimension).toBe(50);
    expect(latest.state.pressure).toBeCloseTo(0.02, 7);
    expect(latest.state.totalTemperature).toBeGreaterThan(0);
    expect(latest.state.temperature).not.toBeNull();
    expect(history['T_tot']![1]).toBe(latest.state.totalTemperature);
    const model = compileLogits(tinyNet(), thermalize(tf.train.sgd(0.05), { weightDecay: 0.02 }));
    const { xs, ys } = tinyExamples(64);
    await model.fit(xs, ys, { epochs: 2, batchSize: 8, verbose: 0, shuffle: false });
    tf.dispose([xs, ys]);
    expect(await valuesOf(model.trainableWeights.map((weight) => weight.read() as tf.Variable))).toEqual(
      weights,
    );
  });

  test('reads volume, pressure and angle of a thermalized adam, and no temperature, which adam has none of', async () => {
    const { latest, history } = await watched(thermalize(tf.train.adam(0.01), { weightDecay: 0.02 }));
    expect(latest.state.volume).toBeGreaterThan(0);
    expect(latest.observation.angle).toBeGreaterThan(0);
    expect(latest.state.temperature).toBeNull();
    expect(latest.state.totalTemperature).toBeNull();
    expect(latest.state.totalCompressibility).toBeNull();
    expect(history['T_tot']![1]).toBeNaN();
  });
});
