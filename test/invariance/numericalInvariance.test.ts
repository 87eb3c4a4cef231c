import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { numericalInvariance } from '../../src/network/invariance/index.js';
import { placeAtSeededPoint, seededBatches } from './testedPoint.js';

const { layers } = tf;

beforeAll(async () => {
  await tf.setBackend('cpu');
});

function compiledNet(epsilon = 1e-5): tf.LayersModel {
  const model = tf.sequential({
    layers: [
      layers.dense({ units: 6, inputShape: [5] }),
      layers.dropout({ rate: 0.2 }),
      layers.reLU(),
      layers.batchNormalization({ epsilon }),
      layers.dense({ units: 2 }),
    ],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['mse'] });
  placeAtSeededPoint(model);
  return model;
}

const valuesOf = (model: tf.LayersModel): Promise<number[][]> =>
  Promise.all(model.weights.map(async (weight) => Array.from(await weight.read().data())));

function unit(...parts: tf.Tensor[]): tf.Tensor {
  const all = tf.stack(parts);
  return tf.div(all, tf.norm(all));
}

describe('numericalInvariance', () => {
  test('leaves weights and moving averages bit for bit as they were, and no tensor behind', async () => {
    const model = compiledNet();
    const batches = seededBatches(model);
    const random = Math.random;
    const before = await valuesOf(model);
    const tensors = tf.memory().numTensors;
    await numericalInvariance(model, { batches });
    expect(await valuesOf(model)).toEqual(before);
    expect(tf.memory().numTensors).toBe(tensors);
    expect(Math.random).toBe(random);
  });

  test('leaves everything as it was when the loss throws, also in the middle of a scaling', async () => {
    const weight = tf.variable(tf.tensor2d([[1, 2]]));
    let calls = 0;
    const loss = (): tf.Scalar => {
      calls += 1;
      if (calls > 2) throw new Error('out of data');
      return tf.sum(weight);
    };
    const tensors = tf.memory().numTensors;
    await expect(numericalInvariance({ loss, variables: [weight] }, { batchCount: 1 })).rejects.toThrow(
      'out of data',
    );
    expect(Array.from(await weight.data())).toEqual([1, 2]);
    expect(tf.memory().numTensors).toBe(tensors);
    weight.dispose();
  });

  test('measures a loss closure: L(w / |w|) is invariant, |w|^2 is not, and groups are asked for', async () => {
    const [direction, left, right] = [3, 4, 5].map((seed) =>
      tf.variable(tf.randomNormal([3, 2], 0, 1, 'float32', seed)),
    );
    const target = tf.randomNormal([3, 2], 0, 1, 'float32', 6);
    const variables = [direction, left, right] as tf.Variable[];
    const measured = await numericalInvariance(
      {
        loss: (): tf.Scalar =>
          tf.add(
            tf.sum(tf.mul(target, unit(direction!))),
            tf.sum(tf.square(tf.sub(target, unit(left!, right!)))),
          ),
        variables,
        groups: [
          [1, 2],
          [0, 1],
        ],
      },
      { batchCount: 2 },
    );
    expect(measured.variables.map(({ verdict }) => verdict)).toEqual([
      'invariant',
      'jointly-invariant',
      'jointly-invariant',
    ]);
    expect(measured.groups.map(({ invariant }) => invariant)).toEqual([true, false]);
    expect(measured.whole?.members).toEqual([0, 1, 2]);
    expect(measured.whole?.cosine).toBeLessThan(1e-6);
  });

  test('tests a bias that starts at zero away from zero, where scaling it says something', async () => {
    const kernel = tf.variable(tf.randomNormal([4, 3], 0, 1, 'float32', 1));
    const bias = tf.variable(tf.zeros([3]));
    const x = tf.randomNormal([16, 4], 0, 1, 'float32', 2);
    const y = tf.randomNormal([16, 3], 0, 1, 'float32', 3);
    const loss = (): tf.Scalar => {
      const active = tf.relu(tf.add(tf.matMul(x, kernel), bias));
      const { mean, variance } = tf.moments(active, 0);
      return tf.losses.meanSquaredError(y, tf.div(tf.sub(active, mean), tf.sqrt(variance)));
    };
    const { variables } = await numericalInvariance({ loss, variables: [kernel, bias], groups: [[0, 1]] });
    expect(variables.map(({ verdict }) => verdict)).toEqual(['jointly-invariant', 'jointly-invariant']);
    expect(Array.from(await bias.data())).toEqual([0, 0, 0]);
  });

  test('shows the leak of a large epsilon: the loss changes though the structure is invariant', async () => {
    const model = compiledNet(0.1);
    const { whole, groups } = await numericalInvariance(model, { batches: seededBatches(model) });
    expect(whole).toBeNull();
    expect(groups.map(({ invariant }) => invariant)).toEqual([false]);
    expect(groups[0]?.cosine).toBeGreaterThan(1e-4);
  });

  test('refuses a model that is not compiled, without batches, or with batches that do not fit', async () => {
    const model = compiledNet();
    await expect(numericalInvariance(model)).rejects.toThrow('batches is empty: pass at least one { x, y }');
    const [{ x }] = seededBatches(model, 1) as [{ x: tf.Tensor; y: tf.Tensor }];
    await expect(numericalInvariance(model, { batches: [{ x, y: [] }] })).rejects.toThrow(
      'batch 0 has 1 x and 0 y: pass 1 x and 1 y',
    );
    const bare = tf.sequential({ name: 'bare', layers: [layers.dense({ units: 2, inputShape: [5] })] });
    await expect(numericalInvariance(bare, { batches: seededBatches(bare) })).rejects.toThrow(
      'model "bare" is not compiled: call model.compile({ optimizer, loss }) first',
    );
  });

  test('refuses a loss that is not finite, factors that are not positive and an empty list of variables', async () => {
    const weight = tf.variable(tf.tensor1d([-1, 2]));
    const variables = [weight];
    await expect(
      numericalInvariance({ loss: () => tf.sum<tf.Scalar>(tf.log(weight)), variables }),
    ).rejects.toThrow('the loss is NaN');
    await expect(
      numericalInvariance({ loss: () => tf.sum<tf.Scalar>(weight), variables }, { factors: [0] }),
    ).rejects.toThrow('factors is 0: pass a number greater than 0');
    await expect(numericalInvariance({ loss: () => tf.scalar(0), variables: [] })).rejects.toThrow(
      'variables is empty',
    );
  });
});
