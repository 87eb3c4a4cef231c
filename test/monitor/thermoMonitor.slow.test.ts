import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { DivergenceError, hold } from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';
import {
  ThermoMonitor,
  ThermoSGD,
  type ThermoMonitorOptions,
  type ThermoSGDOptions,
} from '../../src/network/index.js';
import { AfterBatch } from '../afterBatch.js';
import { useBackend } from '../backends.js';
import { compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';
import { keptPoints } from './watching.js';

beforeAll(() => useBackend('tensorflow'));

const settings: ThermoSGDOptions = { effectiveLearningRate: 0.01, weightDecay: 0.02 };

function compiled(options: ThermoSGDOptions = settings): tf.LayersModel {
  return compileLogits(tinyNet(), new ThermoSGD(options));
}

interface FitOptions {
  readonly steps?: number;
  readonly epochs?: number;
  readonly batchSize?: number;
  readonly callbacks: tf.ModelFitArgs['callbacks'];
}

async function fit(model: tf.LayersModel, { steps = 20, epochs = 2, batchSize = 8, callbacks }: FitOptions) {
  const { xs, ys } = tinyExamples(steps * batchSize);
  return model.fit(xs, ys, {
    batchSize,
    epochs,
    shuffle: false,
    verbose: 0,
    ...(callbacks ? { callbacks } : {}),
  });
}

const keys = 'T T_tot p V U Z Z_tot noiseShare stepCorrelation relaxationTimeLeft angle'.split(' ');

const historyOf = async (make: (monitor: ThermoMonitor) => unknown) => {
  const model = compiled();
  const monitor = new ThermoMonitor({ model, every: 10, noise: { every: 10 } });
  return (await fit(model, { callbacks: make(monitor) as tf.Callback[] })).history;
};

describe('the History of fit', () => {
  test('holds T, T_tot, p, V, U, Z, Z_tot, and how far from equilibrium they are, of each epoch', async () => {
    const model = compiled();
    const monitor = new ThermoMonitor({ model, every: 10, noise: { every: 10 } });
    const { history } = await fit(model, { callbacks: [monitor] });
    expect(Object.keys(history).toSorted()).toEqual([...keys, 'loss'].toSorted());
    for (const key of keys) {
      expect(history[key]).toHaveLength(2);
      for (const value of history[key]!) expect(Number.isFinite(value)).toBe(true);
    }
    const { state, observation, relaxationTimeLeft } = monitor.latest!;
    expect(keys.map((key) => history[key]![1])).toEqual([
      state.temperature,
      state.totalTemperature,
      state.pressure,
      state.volume,
      state.internalEnergy,
      state.compressibility,
      state.totalCompressibility,
      state.noiseShare,
      observation.stepCorrelation,
      relaxationTimeLeft,
      observation.angle,
    ]);
  });

  test('has NaN for what was not measured', async () => {
    const model = compiled();
    const { history } = await fit(model, { callbacks: [new ThermoMonitor({ model, noise: 'off' })] });
    expect(history['T']).toEqual([Number.NaN, Number.NaN]);
    expect(history['Z']).toEqual([Number.NaN, Number.NaN]);
    expect(history['Z_tot']!.every(Number.isFinite)).toBe(true);
  });

  test.each<[string, (monitor: ThermoMonitor) => unknown]>([
    ['alone and not in a list', (monitor) => monitor],
    [
      'behind a callback of tfjs',
      (monitor) => [tf.callbacks.earlyStopping({ monitor: 'loss', patience: 99 }), monitor],
    ],
    [
      'behind a plain object, which makes tfjs take all callbacks apart',
      (monitor) => [{ onBatchEnd: () => {} }, monitor],
    ],
  ])('is the same with the monitor %s', async (_, callbacks) => {
    expect(await historyOf(callbacks)).toEqual(await historyOf((monitor) => [monitor]));
  });

  test('is the same in fitDataset', async () => {
    const model = compiled();
    const monitor = new ThermoMonitor({ model, every: 10, noise: { every: 10 } });
    const { xs, ys } = tinyExamples(20 * 8);
    const dataset = tf.data
      .zip({ xs: tf.data.array(tf.unstack(xs)), ys: tf.data.array(tf.unstack(ys)) })
      .batch(8);
    const { history } = await model.fitDataset(dataset as tf.data.Dataset<tf.TensorContainer>, {
      epochs: 2,
      verbose: 0,
      callbacks: [monitor],
    });
    const inFit = compiled();
    const expected = await fit(inFit, {
      callbacks: [new ThermoMonitor({ model: inFit, every: 10, noise: { every: 10 } })],
    });
    for (const key of keys) expect(history[key]).toEqual(expected.history[key]);
  });
});

describe('later callbacks', () => {
  test('may stop the training by a thermodynamic quantity', async () => {
    const model = compiled();
    const monitor = new ThermoMonitor({ model, every: 10, noise: 'off' });
    // p never gets better, so the second epoch is the last.
    const stop = tf.callbacks.earlyStopping({ monitor: 'p', patience: 1, mode: 'min' });
    const { epoch } = await fit(model, { epochs: 9, callbacks: [monitor, stop] });
    expect(epoch).toEqual([0, 1]);
  });

  test('see the quantities in the logs of the batches that were read', async () => {
    const model = compiled();
    const monitor = new ThermoMonitor({ model, every: 10, noise: 'off' });
    const seen: number[] = [];
    const watch = new AfterBatch((batch, logs) => {
      if (logs && 'Z_tot' in logs) seen.push(batch);
    });
    await fit(model, { epochs: 1, callbacks: [monitor, watch] });
    expect(seen).toEqual([9, 19]);
  });
});

describe('points', () => {
  test('carry every quantity, their step and their phase', async () => {
    const recorder = keptPoints();
    const model = compiled({ ...settings, process: [hold({ steps: 15, name: 'settling' })] });
    await fit(model, {
      epochs: 1,
      callbacks: [new ThermoMonitor({ model, every: 10, noise: { every: 10 }, recorders: [recorder] })],
    });
    expect(recorder.points.map(({ step, phase }) => [step, phase])).toEqual([
      [10, 'settling'],
      [20, 'hold'],
    ]);
    const [point] = recorder.points;
    expect(Object.keys(point!).toSorted()).toEqual(
      [
        'step phase temperature temperatureError totalTemperature pressure volume internalEnergy compressibility',
        'totalCompressibility noiseShare stepCorrelation relaxationTimeLeft angle dimension squaredRadius secondMoment',
        'noise effectiveLearningRate learningRate weightDecay guarded loss',
      ]
        .join(' ')
        .split(' ')
        .toSorted(),
    );
    // d = 6 x 5 + 5 x 4.
    expect(point).toMatchObject({ dimension: 50, weightDecay: 0.02, guarded: 0 });
    expect(point!['pressure']).toBeCloseTo(0.02, 7);
    expect(point!['effectiveLearningRate']).toBeCloseTo(0.01, 8);
    // One estimate has no scatter.
    expect(point!['temperatureError']).toBeNull();
    expect(recorder.points[1]!['temperatureError']).toBeGreaterThan(0);
  });

  test('of layers carry the state of each scale-invariant variable, whose T and V differ but whose moments add up', async () => {
    const recorder = keptPoints();
    const model = compiled();
    const monitor = new ThermoMonitor({
      model,
      every: 1,
      noise: 'off',
      detail: 'layers',
      recorders: [recorder],
    });
    await fit(model, { steps: 3, epochs: 1, callbacks: [monitor] });
    const point = recorder.points.at(-1)!;
    const names = model.trainableWeights.filter(({ shape }) => shape.length === 2).map(({ name }) => name);
    const [first, second] = names.slice(0, 2).map((name) => ({
      volume: point[`${name}/volume`] as number,
      totalTemperature: point[`${name}/totalTemperature`] as number,
    }));
    // Read in every step: |w|^2 before the step, of the whole and of its parts.
    expect(2 * (first!.volume + second!.volume)).toBeCloseTo(point['squaredRadius'] as number, 4);
    // T_tot of a part is eta |g_i|^2 / (2 (d_i - 1)): weighted by d - 1 they add up to the whole's.
    expect(29 * first!.totalTemperature + 19 * second!.totalTemperature).toBeCloseTo(
      49 * (point['totalTemperature'] as number),
      6,
    );
  });

  test('of groups carry the state of each group that has a radius of its own', async () => {
    const recorder = keptPoints();
    const model = compiled({ effectiveLearningRate: 0.01, radius: 2, radii: 'perLayer' });
    const monitor = new ThermoMonitor({
      model,
      every: 2,
      noise: 'off',
      detail: 'groups',
      recorders: [recorder],
    });
    await fit(model, { steps: 4, epochs: 1, callbacks: [monitor] });
    const names = model.trainableWeights.filter(({ shape }) => shape.length === 2).map(({ name }) => name);
    for (const name of names.slice(0, 2)) expect(recorder.points.at(-1)![`${name}/volume`]).toBeCloseTo(2, 5);
    expect(recorder.points.at(-1)!['squaredRadius']).toBeCloseTo(8, 4);
  });
});

const diverge = async () => {
  const recorder = keptPoints();
  const model = compiled();
  const monitor = new ThermoMonitor({ model, every: 5, noise: 'off', recorders: [recorder] });
  const { xs, ys } = tinyExamples(8 * 20);
  const values = (await xs.data()).slice();
  values[8 * 12 * 6] = Number.NaN;
  const broken = tf.tensor2d(values, [8 * 20, 6]);
  const fitting = model.fit(broken, ys, {
    batchSize: 8,
    epochs: 1,
    shuffle: false,
    verbose: 0,
    callbacks: [monitor],
  });
  return { error: (await fitting.catch((thrown: unknown) => thrown)) as DivergenceError, recorder, model };
};

describe('a loss that turns non-finite', () => {
  test('stops the training at the next reading with the last finite state in the error', async () => {
    const { error, model } = await diverge();
    expect(error).toBeInstanceOf(DivergenceError);
    expect(error.step).toBe(15);
    expect(error.last!.observation.step).toBe(10);
    expect(error.message).toMatch(
      /^training turned non-finite by step 15; last finite state at step 10: loss \d\.\d+, T_tot \d\S+, V \d\S+, p 0\.0200, M \d\S+: lower the learning rate or raise the batch size$/,
    );
    expect((model.optimizer as ThermoSGD).iterations).toBe(15);
  });

  test('leaves everything that was recorded so far', async () => {
    const { recorder } = await diverge();
    expect(recorder.points.map(({ step }) => step)).toEqual([5, 10, 15]);
    expect(recorder.points.map((point) => Number.isFinite(point['loss']))).toEqual([true, true, false]);
  });

  test('in the first window says that no finite state was measured', async () => {
    const model = compiled({ learningRate: 1e38 });
    const monitor = new ThermoMonitor({ model, every: 5, noise: 'off' });
    await expect(fit(model, { callbacks: [monitor] })).rejects.toThrow(
      'training turned non-finite by step 5; no finite state was measured before: lower the learning rate or raise the batch size',
    );
  });
});

const temperatureAfter = async (model: tf.LayersModel, monitor: ThermoMonitor) => {
  await fit(model, { callbacks: [monitor] });
  return monitor.latest!.state.temperature;
};

describe('the noise of the batch', () => {
  const options = { every: 10, noise: { every: 10 } } as const;

  test('is estimated also where the monitor was made before the model was compiled', async () => {
    const early = tinyNet();
    const monitor = new ThermoMonitor({ model: early, ...options });
    compileLogits(early, new ThermoSGD(settings));
    const late = compiled();
    expect(await temperatureAfter(early, monitor)).toBe(
      await temperatureAfter(late, new ThermoMonitor({ model: late, ...options })),
    );
  });

  test('is estimated also after the model was compiled anew', async () => {
    const model = compiled();
    const monitor = new ThermoMonitor({ model, ...options });
    const first = await temperatureAfter(model, monitor);
    compileLogits(model, model.optimizer);
    expect(await temperatureAfter(model, monitor)).not.toBe(first);
  });

  test('is that of full batches: what is left over at the end of an epoch is passed over', async () => {
    const model = compiled();
    const monitor = new ThermoMonitor({ model, every: 5, noise: { every: 5 } });
    const { xs, ys } = tinyExamples(4 * 8 + 1);
    await model.fit(xs, ys, { batchSize: 8, epochs: 6, shuffle: false, verbose: 0, callbacks: [monitor] });
    // Every fifth step has one example; its turn goes to the batch after it, save the last one.
    expect(monitor.save().noise.whole).toMatchObject([{ count: 5 }]);
  });

  test('is NaN in the history of epochs that end before anything is measured, so that each epoch has its entry', async () => {
    const model = compiled();
    const monitor = new ThermoMonitor({ model, every: 6, noise: { every: 6 } });
    const { xs, ys } = tinyExamples(4 * 8);
    const { history } = await model.fit(xs, ys, {
      batchSize: 8,
      epochs: 3,
      verbose: 0,
      callbacks: [monitor],
    });
    expect(history['V']).toHaveLength(3);
    expect(history['V']![0]).toBeNaN();
    expect(history['V']![1]).toBeGreaterThan(0);
    expect(history['T']![2]).toBeGreaterThan(0);
    monitor.dispose();
  });

  test('cannot be had from halves of one example, and says so before the step', async () => {
    const model = compiled();
    const monitor = new ThermoMonitor({ model, every: 5, noise: { every: 5 } });
    await expect(fit(model, { batchSize: 3, callbacks: [monitor] })).rejects.toThrow(
      new ThermoError(
        'a batch of 3 cannot be halved for a noise estimate: pass a larger batch, or a probe as noise.source',
      ),
    );
    expect((model.optimizer as ThermoSGD).iterations).toBe(4);
  });

  test('stops being estimated when the monitor is disposed', async () => {
    const model = compiled();
    const monitor = new ThermoMonitor({ model, ...options });
    await fit(model, { callbacks: [monitor] });
    const { count } = monitor.save().noise.whole[0]!;
    monitor.dispose();
    await fit(model, { callbacks: [] });
    expect(monitor.save().noise.whole[0]!.count).toBe(count);
  });

  test('is remembered by a monitor that goes on from what another saved', async () => {
    const model = compiled();
    const first = new ThermoMonitor({ model, ...options });
    await fit(model, { callbacks: [first] });
    first.dispose();
    const saved = JSON.parse(JSON.stringify(first.save()));
    const second = new ThermoMonitor({ model, ...options, state: saved });
    expect(second.save()).toEqual(first.save());
    await fit(model, { callbacks: [second] });
    expect(second.save().noise.whole[0]!.count).toBe(8);
  });
});

describe('a monitor is refused in one line', () => {
  test.each<[string, () => ThermoMonitorOptions, string]>([
    [
      'without anything to watch',
      () => ({}),
      'the monitor is given nothing to watch: pass { model }, or { optimizer } for a custom loop',
    ],
    [
      'with a misspelt option',
      () => ({ model: compiled(), nose: 'off' }) as ThermoMonitorOptions,
      'ThermoMonitor has no option nose: pass one of model, optimizer, every, noise, detail, recorders, state',
    ],
    [
      'that never reads',
      () => ({ model: compiled(), every: 0 }),
      'every is 0: pass a whole number of at least 1',
    ],
    [
      'that never estimates',
      () => ({ model: compiled(), noise: { every: 0.5 } }),
      'noise.every is 0.5: pass a whole number of at least 1',
    ],
    [
      'with a decay of 1',
      () => ({ model: compiled(), noise: { decay: 1 } }),
      'noise.decay is 1: pass a number from 0 up to, but not including, 1',
    ],
    [
      'with noise from batches that it does not see',
      () => ({ optimizer: new ThermoSGD(settings), noise: {} }),
      'noise.source needs the model: pass `model`, or a probe { batchSize, loss } for a custom loop',
    ],
    [
      'with a probe for a model that it does not have',
      () => ({
        optimizer: new ThermoSGD(settings),
        noise: { source: { batchSize: 8, draw: (size) => tinyExamples(size) } },
      }),
      'noise.source needs the model: pass `model`, or a probe { batchSize, loss } for a custom loop',
    ],
    [
      'with a probe of no batch size',
      () => ({ model: compiled(), noise: { source: { batchSize: 0, draw: (size) => tinyExamples(size) } } }),
      'noise.source.batchSize is 0: pass a whole number of at least 1',
    ],
    [
      'with two batch sizes of one example',
      () => ({
        model: compiled(),
        noise: { estimator: 'twoBatchSizes', source: { batchSize: 1, draw: (size) => tinyExamples(size) } },
      }),
      'noise.source.batchSize is 1: pass a whole number of at least 2',
    ],
    [
      'with an unknown estimator',
      () => ({ model: compiled(), noise: { estimator: 'difference' as 'pair' } }),
      `noise.estimator is "difference": pass 'pair' or 'twoBatchSizes'`,
    ],
    [
      'with an unknown source',
      () => ({ model: compiled(), noise: { source: 'probe' as 'batch' } }),
      `noise.source is "probe": pass 'batch' or a probe { batchSize, loss } or { batchSize, draw }`,
    ],
    [
      'of another optimizer',
      () => ({ optimizer: tf.train.sgd(0.1) as unknown as ThermoSGD }),
      'the monitor finds no ThermoSGD and no thermalized optimizer: compile the model with one, or pass `optimizer` for a custom loop',
    ],
  ])('%s', (_, options, message) => {
    expect(() => new ThermoMonitor(options())).toThrow(new ThermoError(message));
  });

  test('at its first reading, when a loop of minimize brings no batch to estimate noise from', async () => {
    const model = compiled();
    const monitor = new ThermoMonitor({ model, every: 1 });
    const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    const { xs, ys } = tinyExamples(8);
    model.optimizer.minimize(
      () => tf.losses.softmaxCrossEntropy(ys, model.apply(xs, { training: true }) as tf.Tensor),
      false,
      variables,
    );
    await expect(monitor.step()).rejects.toThrow(
      /^noise from the batch needs the model's own training .*: in a loop of minimize pass a probe .*, or noise: 'off'$/,
    );
    monitor.dispose();
  });

  test.each([
    ['in the training of a model with another optimizer', () => compileLogits(tinyNet(), tf.train.sgd(0.1))],
    ['in the step of a model that is not compiled', () => tinyNet()],
  ])('%s', async (_, make) => {
    const watched = make();
    const monitor = new ThermoMonitor({ model: watched });
    const message =
      'the monitor finds no ThermoSGD and no thermalized optimizer: compile the model with one, or pass `optimizer` for a custom loop';
    await expect(monitor.step()).rejects.toThrow(new ThermoError(message));
    if (watched.optimizer) await expect(fit(watched, { callbacks: [monitor] })).rejects.toThrow(message);
  });

  test('with a probe for the loss of a model that is not compiled', async () => {
    const loose = tinyNet();
    const optimizer = new ThermoSGD({ ...settings, invariant: loose });
    const monitor = new ThermoMonitor({
      model: loose,
      optimizer,
      noise: { every: 1, source: { batchSize: 8, draw: (size) => tinyExamples(size) } },
    });
    const { xs, ys } = tinyExamples(8);
    optimizer.minimize(() =>
      tf.losses.softmaxCrossEntropy(ys, loose.apply(xs, { training: true }) as tf.Tensor),
    );
    await expect(monitor.step()).rejects.toThrow(
      "noise.source draws examples for the model's own loss, and the model is not compiled: compile it, or pass { batchSize, loss }",
    );
  });
});

test('a loop without model and names is read as soon as its weights are found', async () => {
  tf.disposeVariables();
  const model = tinyNet();
  const optimizer = new ThermoSGD(settings);
  const monitor = new ThermoMonitor({ optimizer, every: 2 });
  const { xs, ys } = tinyExamples(8);
  const readAt: number[] = [];
  for (let step = 1; step <= 12; step += 1) {
    optimizer.minimize(() =>
      tf.losses.softmaxCrossEntropy(ys, model.apply(xs, { training: true }) as tf.Tensor),
    );
    if ((await monitor.step()) !== null) readAt.push(step);
    await tf.nextFrame();
  }
  expect(readAt).toEqual([8, 10, 12]);
});
