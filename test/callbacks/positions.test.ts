import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import {
  checkpoint,
  earlyStopping,
  reduceOnPlateau,
  scheduleLearningRate,
  stopOnNonFinite,
} from '../../src/network/index.js';
import { tinyNet } from '../tinyNet.js';
import { tinyTraining } from './training.js';

const makers: readonly (readonly [string, (model?: tf.LayersModel) => tf.Callback])[] = [
  ['scheduleLearningRate', (model) => scheduleLearningRate(() => 0.01, given(model))],
  ['reduceOnPlateau', (model) => reduceOnPlateau({ monitor: 'loss', ...given(model) })],
  ['earlyStopping', (model) => earlyStopping({ monitor: 'loss', patience: 9, ...given(model) })],
  ['stopOnNonFinite', (model) => stopOnNonFinite({ every: 1, ...given(model) })],
  ['checkpoint', (model) => checkpoint({ save: { handler: () => nowhere, remove: null }, ...given(model) })],
];
const nowhere = tf.io.withSaveHandler(async () => ({
  modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' },
}));

function given(model: tf.LayersModel | undefined): { model?: tf.LayersModel } {
  return model === undefined ? {} : { model };
}

describe.each(makers)('%s', (name, make) => {
  test('works alone, first, last, and after a callback of tfjs that reads the logs, in fit and fitDataset', async () => {
    const reading = () => new tf.CustomCallback({ onBatchEnd: async () => {}, onEpochEnd: async () => {} });
    const silent = () => tf.callbacks.earlyStopping({ monitor: 'loss', patience: 9 });
    for (const list of [
      () => make(),
      () => [make()],
      () => [make(), silent()],
      () => [silent(), make()],
      () => [reading(), make()],
    ]) {
      const { fit, fitDataset } = tinyTraining(tf.train.sgd(0.1));
      expect((await fit(2, list())).epoch).toEqual([0, 1]);
      expect((await fitDataset(2, list())).epoch).toEqual([0, 1]);
    }
  });

  test('works after a plain object where it is given the model', async () => {
    const { fit, fitDataset, model } = tinyTraining(tf.train.sgd(0.1));
    const list = () => [{ onEpochEnd: async () => {} }, make(model)];
    expect((await fit(2, list())).epoch).toEqual([0, 1]);
    expect((await fitDataset(2, list())).epoch).toEqual([0, 1]);
  });

  test('is refused after a plain object where it is not', async () => {
    const { fit } = tinyTraining(tf.train.sgd(0.1));
    await expect(fit(1, [{ onEpochEnd: async () => {} }, make()])).rejects.toThrow(
      `${name} is not told its model, since the first callback of the list is a plain object: put ${name} first, or pass it { model }`,
    );
  });

  test('is refused with another model than the one that trains', async () => {
    const { fit } = tinyTraining(tf.train.sgd(0.1));
    await expect(fit(1, [make(tinyNet())])).rejects.toThrow(
      `${name} is given another model than the one that trains: pass { model } with the model that fit is called on, or leave it out`,
    );
  });

  test('leaks no tensor', async () => {
    const { fit } = tinyTraining(tf.train.momentum(0.1, 0.9));
    await fit(1, []);
    const before = tf.memory().numTensors;
    await fit(3, [make()]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
