import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { along, equilibrate, hold, ramp } from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';
import { ThermoMonitor, ThermoSGD, type ThermoSGDOptions } from '../../src/network/index.js';
import { adiabatic, isobaric } from '../../src/physics/index.js';
import { useBackend } from '../backends.js';
import { bitsOf, tinyExamples, tinyNet } from '../tinyNet.js';

beforeAll(() => useBackend('tensorflow'));

const options: Record<string, () => ThermoSGDOptions> = {
  'fixed learning rate': () => ({ learningRate: 0.05, weightDecay: 0.02 }),
  'fixed learning rate with momentum': () => ({ learningRate: 0.05, weightDecay: 0.02, momentum: 0.9 }),
  'fixed effective learning rate': () => ({ effectiveLearningRate: 0.02, weightDecay: 0.02 }),
  'fixed effective learning rate with momentum': () => ({
    effectiveLearningRate: 0.005,
    weightDecay: 0.02,
    momentum: 0.9,
  }),
  'fixed effective learning rate, guarded in most steps': () => ({
    effectiveLearningRate: 5,
    weightDecay: 0.02,
    momentum: 0.9,
  }),
  'fixed sphere, a radius a layer': () => ({
    effectiveLearningRate: 0.01,
    radius: 2,
    momentum: 0.5,
    radii: 'perLayer',
  }),
  'frozen others': () => ({ effectiveLearningRate: 0.01, momentum: 0.5, others: 'frozen' }),
  'settings on schedules': () => ({
    effectiveLearningRate: ramp(0.02, 0.001, 15, 'constantThermodynamicSpeed'),
    weightDecay: ramp(0, 0.1, 8),
    momentum: ramp(0.9, 0, 12, 'cosine'),
    others: { learningRate: ramp(0.1, 0.01, 10, 'geometric'), weightDecay: 0.01, momentum: 0.3 },
  }),
  'a process with a piston': () => ({
    effectiveLearningRate: 0.01,
    weightDecay: 0.02,
    momentum: 0.5,
    process: [
      equilibrate({ tolerance: 0.5, observations: 2, atMost: 7, name: 'Warming_up to 300K' }),
      along(adiabatic({ temperatureRatio: 0.3 }), { steps: 10 }),
    ],
  }),
  'a process with feed-forward from observations': () => ({
    effectiveLearningRate: 0.01,
    weightDecay: 0.02,
    process: [
      hold({ steps: 4 }),
      along(isobaric({ volumeRatio: 1.2 }), { steps: 12, drive: 'feedForward', pacing: 'linear' }),
    ],
  }),
};

const total = 18;
const cuts = [0, 4, 13];

function compiled(model: tf.LayersModel, optimizer: ThermoSGD) {
  model.compile({ optimizer, loss: 'meanSquaredError' });
  return { model, optimizer, monitor: watching(model) };
}

const watching = (model: tf.LayersModel) => new ThermoMonitor({ model, every: 3, noise: 'off' });

async function train(
  { model, monitor }: ReturnType<typeof compiled>,
  from: number,
  to: number,
): Promise<unknown[]> {
  const readings: unknown[] = [];
  for (let step = from; step < to; step += 1) {
    const { xs, ys } = tinyExamples(8, step);
    await model.trainOnBatch(xs, ys);
    tf.dispose([xs, ys]);
    const measurement = await monitor.step();
    if (measurement !== null) readings.push(measurement);
  }
  return readings;
}

async function saved(model: tf.LayersModel): Promise<tf.io.ModelArtifacts> {
  let artifacts: tf.io.ModelArtifacts | null = null;
  const keep = async (given: tf.io.ModelArtifacts) => {
    artifacts = given;
    return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' as const } };
  };
  await model.save(tf.io.withSaveHandler(keep), { includeOptimizer: true });
  // As it would come from a file.
  const { weightData, ...rest } = artifacts! as tf.io.ModelArtifacts;
  return { ...(JSON.parse(JSON.stringify(rest)) as object), weightData: weightData! };
}

const loaded = (artifacts: tf.io.ModelArtifacts) => tf.loadLayersModel(tf.io.fromMemory(artifacts));

async function reloaded(model: tf.LayersModel) {
  const next = await loaded(await saved(model));
  return { model: next, optimizer: next.optimizer as ThermoSGD, monitor: watching(next) };
}

describe('saved with its model at any step and loaded under new names, training goes on as if it had never stopped', () => {
  test.each(Object.entries(options))('%s', async (_, make) => {
    const whole = tinyNet();
    const undisturbed = compiled(whole, new ThermoSGD({ ...make(), invariant: whole }));
    const readings = await train(undisturbed, 0, total);
    const end = await bitsOf(whole);
    for (const cut of cuts) {
      const model = tinyNet();
      const first = compiled(model, new ThermoSGD({ ...make(), invariant: model }));
      const before = await train(first, 0, cut);
      const second = await reloaded(model);
      expect(second.optimizer.getClassName()).toBe('ThermoSGD');
      expect(second.optimizer.iterations).toBe(cut);
      expect(second.model.trainableWeights[0]!.name).not.toBe(model.trainableWeights[0]!.name);
      const after = await train(second, cut, total);
      expect(await bitsOf(second.model)).toEqual(end);
      expect(second.optimizer.phase).toBe(undisturbed.optimizer.phase);
      expect(withoutCorrelation([...before, ...after])).toEqual(withoutCorrelation(readings));
    }
  });
});

/** The first reading after loading has seen no gradient before the last one. */
const withoutCorrelation = (readings: unknown[]): unknown =>
  JSON.parse(JSON.stringify(readings), (key, value: unknown) => (key === 'stepCorrelation' ? null : value));

test('a loaded optimizer that is saved again before its first step is the same still', async () => {
  const model = tinyNet();
  const first = compiled(model, new ThermoSGD({ learningRate: 0.05, momentum: 0.9, invariant: model }));
  await train(first, 0, 5);
  const twice = await reloaded((await reloaded(model)).model);
  await train(first, 5, 10);
  await train(twice, 5, 10);
  expect(await bitsOf(twice.model)).toEqual(await bitsOf(model));
});

test('layers that were unfrozen late find their velocities after loading', async () => {
  const model = tinyNet();
  const optimizer = new ThermoSGD({ effectiveLearningRate: 0.005, momentum: 0.9 });
  model.layers[0]!.trainable = false;
  const frozen = compiled(model, optimizer);
  await train(frozen, 0, 3);
  model.layers[0]!.trainable = true;
  const free = compiled(model, optimizer);
  await train(free, 3, 6);
  const second = await reloaded(model);
  await train(free, 6, 9);
  await train(second, 6, 9);
  expect(await bitsOf(second.model)).toEqual(await bitsOf(model));
});

test('which weights are scale-invariant is saved, also where the gradients told them', async () => {
  const { xs, ys } = tinyExamples(8);
  const fromGradients = tinyNet();
  const optimizer = new ThermoSGD({ learningRate: 0.05 });
  fromGradients.compile({ optimizer, loss: 'meanSquaredError' });
  for (let step = 0; step < 8; step += 1) await fromGradients.trainOnBatch(xs, ys);
  const next = await loaded(await saved(fromGradients));
  await next.trainOnBatch(xs, ys);
  expect((next.optimizer as ThermoSGD).invariantVariables.flat().map(({ shape }) => shape)).toEqual([
    [6, 5],
    [5, 4],
  ]);
});

describe('an optimizer that is saved before its first step still knows its scale-invariant weights', () => {
  test.each<[string, (model: tf.LayersModel) => ThermoSGDOptions['invariant']]>([
    ['by name', (model) => model.trainableWeights[0]!.name],
    ['by names of layers', (model) => [model.layers[0]!.name]],
    ['by a model', (model) => model],
  ])('%s', async (_, invariant) => {
    const model = tinyNet();
    model.compile({
      optimizer: new ThermoSGD({ learningRate: 0.05, invariant: invariant(model)! }),
      loss: 'meanSquaredError',
    });
    const next = await loaded(await saved(await loaded(await saved(model))));
    const { xs, ys } = tinyExamples(8);
    for (const one of [model, next]) await one.trainOnBatch(xs, ys);
    const shapesIn = ({ optimizer }: tf.LayersModel) =>
      (optimizer as ThermoSGD).invariantVariables.map((group) => group.map(({ shape }) => shape));
    expect(shapesIn(next)).toEqual(shapesIn(model));
    expect(await bitsOf(next)).toEqual(await bitsOf(model));
  });

  test('but a predicate cannot be saved, as it is told', () => {
    const optimizer = new ThermoSGD({ learningRate: 0.05, invariant: ({ rank }) => rank === 2 });
    expect(() => optimizer.getConfig()).toThrow(
      new ThermoError(
        'invariant is a predicate, which cannot be saved before the first step: take a step first, or pass names',
      ),
    );
  });
});

test('the names of stages are the same after loading, spaces, capitals and underscores included', async () => {
  const model = tinyNet();
  const name = 'Warming_up to_300K';
  compiled(
    model,
    new ThermoSGD({ learningRate: 0.05, invariant: model, process: [hold({ steps: 9, name })] }),
  );
  const next = await reloaded(model);
  await train(next, 0, 1);
  expect(next.optimizer.phase).toBe(name);
});

describe('saving is refused for a plain function', () => {
  test.each<[string, ThermoSGDOptions, string]>([
    ['as a setting', { learningRate: () => 0.1 }, 'learningRate'],
    [
      'as a setting of the others',
      { learningRate: 0.1, others: { momentum: () => 0.5 } },
      'momentum of others',
    ],
  ])('%s, naming the remedy', async (_, settings, name) => {
    const model = tinyNet();
    const { optimizer } = compiled(model, new ThermoSGD({ ...settings, invariant: model }));
    await train({ model, optimizer, monitor: watching(model) }, 0, 1);
    await expect(saved(model)).rejects.toThrow(
      new ThermoError(
        `${name} is a plain function, which cannot be saved: use a schedule from tfjs-thermo/control, or save without the optimizer`,
      ),
    );
  });
});

describe('a saved state that does not fit is refused', () => {
  test.each([
    ['with momentum', { learningRate: 0.05, momentum: 0.9 }],
    ['without any velocities', { learningRate: 0.05 }],
  ])('%s, naming the first weight that does not', async (_, settings) => {
    const model = tinyNet();
    const { optimizer } = compiled(model, new ThermoSGD({ ...settings, invariant: model }));
    await train({ model, optimizer, monitor: watching(model) }, 0, 2);

    const other = tf.sequential({
      layers: [
        tf.layers.dense({ inputShape: [6], units: 5, useBias: false }),
        tf.layers.batchNormalization(),
        tf.layers.dense({ units: 3 }),
      ],
    });
    const restored = ThermoSGD.fromConfig(
      ThermoSGD as never,
      JSON.parse(JSON.stringify(optimizer.getConfig())),
    ) as unknown as ThermoSGD;
    await restored.setWeights(await optimizer.getWeights());
    await expect(train(compiled(other, restored), 2, 3)).rejects.toThrow(
      new ThermoError(
        'the saved optimizer does not fit the model: weight 3 had shape [5, 4] and is now [5, 3]; load it with the model it was saved with',
      ),
    );
  });
});
