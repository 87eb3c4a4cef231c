import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { chain, noisy, type ScheduleConfig } from '../../../src/control/index.js';
import { ThermoSGD } from '../../../src/network/index.js';
import { useBackend } from '../../backends.js';
import { references } from './references.js';

beforeAll(() => useBackend('cpu'));

// tfjs turns the keys and texts of what it saves to snake_case, and back when it loads.
test('every schedule is saved and loaded with a model as it was', async () => {
  const schedules = references.map(({ schedule }) => schedule);
  const learningRate = chain([noisy(1, { seed: 3, spread: 0.5, deviation: 0.1, until: 9 }), ...schedules]);
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1], useBias: false })] });
  model.compile({
    optimizer: new ThermoSGD({ learningRate, invariant: ['kernel'] }),
    loss: 'meanSquaredError',
  });
  const loaded = await tf.loadLayersModel(tf.io.fromMemory(await saved(model)));

  expect(savedRate(loaded)).toEqual(learningRate.config);
  model.dispose();
  loaded.dispose();
});

async function saved(model: tf.LayersModel): Promise<tf.io.ModelArtifacts> {
  return new Promise((resolve, reject) => {
    const keep = async (artifacts: tf.io.ModelArtifacts): Promise<tf.io.SaveResult> => {
      resolve(artifacts);
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    };
    model.save(tf.io.withSaveHandler(keep), { includeOptimizer: true }).catch(reject);
  });
}

/** The learning rate that a model's optimizer would be saved with again. */
function savedRate(model: tf.LayersModel): ScheduleConfig {
  const { controller } = (model.optimizer as ThermoSGD).getConfig() as unknown as {
    controller: { settings: { learningRate: ScheduleConfig } };
  };
  return controller.settings.learningRate;
}
