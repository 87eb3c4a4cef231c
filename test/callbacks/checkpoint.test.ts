import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { ThermoError } from '../../src/error.js';
import { modelFolders } from '../../src/experiments/index.js';
import { checkpoint, thermalize, ThermoSGD, type CheckpointOptions } from '../../src/network/index.js';
import { temporaryFolders } from '../temporaryFolders.js';
import { bitsOf, tinyExamples } from '../tinyNet.js';
import { Logging, tinyTraining } from './training.js';

const newFolder = temporaryFolders();

/** A place in memory that tells what is done to it. */
function place(): {
  save: CheckpointOptions['save'];
  kept: Map<string, tf.io.ModelArtifacts>;
  done: string[];
} {
  const kept = new Map<string, tf.io.ModelArtifacts>();
  const done: string[] = [];
  return {
    kept,
    done,
    save: {
      handler: (name) => ({
        save: async (artifacts) => {
          kept.set(name, artifacts);
          done.push(`+${name}`);
          return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
        },
      }),
      remove: async (name) => {
        kept.delete(name);
        done.push(`-${name}`);
      },
    },
  };
}

describe('checkpoint saves', () => {
  test('by steps of the optimizer, of which each may take several batches', async () => {
    const { save, done } = place();
    const optimizer = thermalize(tf.train.sgd(0.1), { learningRate: 0.1, gradientAccumulationSteps: 2 });
    // Eight batches.
    await tinyTraining(optimizer).fit(4, [checkpoint({ save, every: { steps: 2 } })]);
    expect(done).toEqual(['+step-2', '+step-4']);
  });

  test.each<[string, Omit<CheckpointOptions, 'save'>, string[]]>([
    ['each epoch', {}, ['+epoch-1', '+epoch-2', '+epoch-3', '+epoch-4']],
    ['every second epoch', { every: { epochs: 2 } }, ['+epoch-2', '+epoch-4']],
    ['every third step', { every: { steps: 3 } }, ['+step-3', '+step-6']],
    [
      'the last two, and removes an old one only when the new one stands',
      { keep: 2 },
      ['+epoch-1', '+epoch-2', '+epoch-3', '-epoch-1', '+epoch-4', '-epoch-2'],
    ],
    ['the best alone', { keep: 'best' }, ['+epoch-1', '+epoch-3', '-epoch-1']],
    [
      'the best of a metric that grows',
      { keep: 'best', monitor: 'val_loss', mode: 'max' },
      ['+epoch-1', '+epoch-2', '-epoch-1'],
    ],
    [
      'under one name, again and again',
      { name: 'newest', keep: 1 },
      ['+newest', '+newest', '+newest', '+newest'],
    ],
    [
      'under a name with values of the logs',
      { name: 'e{epoch}-s{step}-{val_loss}', every: { epochs: 3 } },
      ['+e3-s6-0.3333'],
    ],
  ])('%s', async (_, options, expected) => {
    const { save, done } = place();
    await tinyTraining(tf.train.sgd(0.1)).fit(4, [
      new Logging('val_loss', [1, 2, 1 / 3, Number.NaN]),
      checkpoint({ save, ...options }),
    ]);
    expect(done).toEqual(expected);
  });

  test('nothing twice after its state was saved: it goes on', async () => {
    const { save, done } = place();
    const { fit } = tinyTraining(tf.train.sgd(0.1));
    const first = checkpoint({ save, keep: 'best' });
    await fit(2, [new Logging('val_loss', [2, 1]), first]);
    expect(first.save()).toEqual({ names: ['epoch-2'], best: 1 });
    expect(first.latest).toBe('epoch-2');
    const second = checkpoint({ save, keep: 'best', state: first.save() });
    await fit(4, [new Logging('val_loss', [0, 0, 1.5, 0.5]), second], { initialEpoch: 2 });
    expect(done).toEqual(['+epoch-1', '+epoch-2', '-epoch-1', '+epoch-4', '-epoch-2']);
  });

  test('the optimizer or not', async () => {
    for (const [includeOptimizer, groups] of [
      [true, new Set([undefined, 'optimizer'])],
      [false, new Set([undefined])],
    ] as const) {
      const { save, kept } = place();
      const { fit } = tinyTraining(tf.train.adam(0.01));
      await fit(1, [checkpoint({ save, includeOptimizer })]);
      const specs = kept.get('epoch-1')!.weightSpecs!;
      expect(new Set(specs.map(({ group }) => group))).toEqual(groups);
    }
  });
});

describe('a model saved in a folder', () => {
  test.each<[string, () => tf.Optimizer]>([
    ['ThermoSGD', () => new ThermoSGD({ effectiveLearningRate: 0.02, momentum: 0.9, invariant: 'kernel' })],
    ['tf.train.momentum', () => tf.train.momentum(0.1, 0.9)],
  ])('goes on with %s, loaded, as if it had never stopped, bit for bit', async (_, make) => {
    const models = modelFolders(newFolder());
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ inputShape: [6], units: 5, useBias: false }),
        tf.layers.batchNormalization({ epsilon: 1e-5 }),
        tf.layers.dense({ units: 3, activation: 'softmax' }),
      ],
    });
    model.compile({ optimizer: make(), loss: 'categoricalCrossentropy' });
    const { xs, ys } = tinyExamples(12);
    const fitOnce = async (one: tf.LayersModel, callbacks: tf.Callback[]) =>
      one.fit(xs, ys, { batchSize: 6, verbose: 0, shuffle: false, epochs: 1, callbacks });
    await fitOnce(model, [checkpoint({ save: models, model })]);
    await fitOnce(model, []);
    const loaded = await tf.loadLayersModel(models.handler('epoch-1'));
    expect(loaded.getClassName()).toBe('Sequential');
    await fitOnce(loaded, []);
    expect(await bitsOf(loaded)).toEqual(await bitsOf(model));
  });

  test('predicts what the model did, also saved by the model inside a Sequential', async () => {
    const models = modelFolders(newFolder());
    const { fit, model } = tinyTraining(tf.train.adam(0.01));
    await fit(1, [checkpoint({ save: models })]);
    const { xs } = tinyExamples(5, 9);
    const loaded = await tf.loadLayersModel(models.handler('epoch-1'));
    const [of, was] = [loaded.predict(xs) as tf.Tensor, model.predict(xs) as tf.Tensor];
    expect(await of.data()).toEqual(await was.data());
  });

  test('is in the files that tfjs writes', async () => {
    const folder = newFolder();
    const { fit } = tinyTraining(tf.train.sgd(0.1));
    await fit(1, [checkpoint({ save: modelFolders(folder) })]);
    const json = JSON.parse(readFileSync(join(folder, 'epoch-1', 'model.json'), 'utf8')) as tf.io.ModelJSON;
    expect(json.format).toBe('layers-model');
    const [path] = json.weightsManifest[0]!.paths;
    expect(readdirSync(join(folder, 'epoch-1')).toSorted()).toEqual(['model.json', path]);
  });

  test('is whole or the one before at every moment of being saved again', async () => {
    const folder = newFolder();
    const models = modelFolders(folder);
    const { fit, model } = tinyTraining(tf.train.sgd(0.1));
    await fit(1, [checkpoint({ save: models, name: 'net' })]);
    const bits = await bitsOf(model);
    // What a process leaves that is killed once the new weights are written, and before the description is.
    writeFileSync(join(folder, 'net', 'weights-0123456789abcdef.bin'), 'half');
    mkdirSync(join(folder, 'other'));
    writeFileSync(join(folder, 'other', 'weights-0123456789abcdef.bin'), 'half');
    expect(models.names()).toEqual(['net']);
    expect(await bitsOf(await tf.loadLayersModel(models.handler('net')))).toEqual(bits);
    await fit(1, [checkpoint({ save: models, name: 'net' })]);
    expect(readdirSync(join(folder, 'net'))).toHaveLength(2);
  });

  test('is listed by age, and gone when removed', async () => {
    const folder = newFolder();
    const models = modelFolders(folder);
    expect(modelFolders(join(folder, 'none')).names()).toEqual([]);
    await tinyTraining(tf.train.sgd(0.1)).fit(11, [checkpoint({ save: models, keep: 3 })]);
    expect(models.names()).toEqual(['epoch-9', 'epoch-10', 'epoch-11']);
    await models.remove('epoch-10');
    await models.remove('never-there');
    expect(models.names()).toEqual(['epoch-9', 'epoch-11']);
    expect(existsSync(join(folder, 'epoch-10'))).toBe(false);
  });

  test('is refused with what to do instead', async () => {
    const folder = newFolder();
    const models = modelFolders(folder);
    await tinyTraining(tf.train.sgd(0.1)).fit(1, [checkpoint({ save: models })]);
    await expect(tf.loadLayersModel(models.handler('epoch-2'))).rejects.toThrow(
      new ThermoError(`${join(folder, 'epoch-2')} holds no model: ${folder} holds epoch-1`),
    );
    expect(() => models.handler('../escape')).toThrow(
      new ThermoError('name of a model is "../escape": pass letters, digits, "_", "-" and "."'),
    );
    expect(() => modelFolders('file://runs')).toThrow(
      new ThermoError(`modelFolders is given "file://runs": pass the path of a folder such as 'runs/my-net'`),
    );
  });
});

describe('checkpoint is refused', () => {
  test.each<[Partial<CheckpointOptions>, string]>([
    [
      { save: 'runs/my-net' },
      `save of checkpoint is "runs/my-net": pass a URL of tfjs such as 'indexeddb://my-net', or modelFolders('runs/my-net') from tfjs-thermo/experiments`,
    ],
    [
      { save: 'downloads://', keep: 2 },
      `keep of checkpoint is 2, but what is saved there cannot be removed: pass keep: 'all', or save: modelFolders('runs/my-net') from tfjs-thermo/experiments`,
    ],
    [{ keep: 0 }, 'keep of checkpoint is 0: pass a whole number of at least 1'],
    [{ keep: 'last' as never }, `keep of checkpoint is "last": pass 'all', 'best' or how many to keep`],
    [{ every: 5 as never }, 'every of checkpoint is 5: pass { epochs: 1 } or { steps: 500 }'],
    [{ every: { epochs: 1, steps: 2 } }, 'every of checkpoint has epochs and steps: pass one of them'],
    [{ every: { steps: 0 } }, 'every.steps of checkpoint is 0: pass a whole number of at least 1'],
    [
      { keep: 'best', every: { steps: 5 } },
      "keep of checkpoint is 'best', which goes by the logs of epochs: pass every: { epochs: 1 }",
    ],
    [
      { monitor: 'loss' },
      "monitor of checkpoint is given, but without a best: pass keep: 'best', or leave it out",
    ],
    [
      { name: '../{epoch}' },
      `name of checkpoint is "../{epoch}": pass letters, digits, "_", "-", "." and placeholders such as {epoch}, {step} and {val_loss}`,
    ],
  ])('with %j, when it is made', (options, message) => {
    expect(() => checkpoint({ save: 'indexeddb://net', ...options })).toThrow(new ThermoError(message));
  });

  test('with a name of what no log has, with the nearest', async () => {
    const { save } = place();
    const { fit } = tinyTraining(tf.train.sgd(0.1));
    await expect(fit(1, [checkpoint({ save, name: 'net-{los}' })])).rejects.toThrow(
      'name of checkpoint has {los}, which is not in the logs (perhaps you meant {loss}): there are epoch, step, loss',
    );
  });

  test('by an optimizer with a setting that cannot be saved', async () => {
    const { save } = place();
    const optimizer = new ThermoSGD({ learningRate: () => 0.1, invariant: 'kernel' });
    await expect(tinyTraining(optimizer).fit(1, [checkpoint({ save })])).rejects.toThrow(
      'learningRate is a plain function, which cannot be saved: use a schedule from tfjs-thermo/control, or save without the optimizer',
    );
  });
});
