import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { ThermoError } from '../../src/error.js';
import { describeInvariance, structuralInvariance } from '../../src/network/invariance/index.js';

const { layers } = tf;

function residualNet(): tf.LayersModel {
  const input = tf.input({ shape: [8] });
  const stem = layers.dense({ name: 'stem', units: 4 }).apply(input) as tf.SymbolicTensor;
  const branch = layers.dense({ name: 'branch', units: 4, useBias: false }).apply(input) as tf.SymbolicTensor;
  const sum = layers.add({ name: 'sum' }).apply([stem, branch]) as tf.SymbolicTensor;
  const normal = layers.batchNormalization({ name: 'bn', epsilon: 1e-5 }).apply(sum) as tf.SymbolicTensor;
  const output = layers.dense({ name: 'head', units: 2, activation: 'softmax' }).apply(normal);
  return tf.model({ inputs: input, outputs: output as tf.SymbolicTensor });
}

describe('structuralInvariance', () => {
  test('reports the variables in the order of trainableWeights, by their unique names', () => {
    const model = residualNet();
    const { variables } = structuralInvariance(model);
    expect(variables.map(({ name }) => name)).toEqual(model.trainableWeights.map(({ name }) => name));
    expect(variables.map(({ path, role, shape, size }) => [path, role, shape, size])).toEqual([
      ['stem', 'kernel', [8, 4], 32],
      ['stem', 'bias', [4], 4],
      ['branch', 'kernel', [8, 4], 32],
      ['bn', 'gamma', [4], 4],
      ['bn', 'beta', [4], 4],
      ['head', 'kernel', [4, 2], 8],
      ['head', 'bias', [2], 2],
    ]);
  });

  test('puts a joint group into one part, counts d over w and names the normalizations', () => {
    const { groups, dimension, normalizations, variables } = structuralInvariance(residualNet());
    expect(groups).toEqual([[0, 2]]);
    expect(dimension).toBe(64);
    expect(normalizations).toEqual([{ path: 'bn', epsilon: 1e-5 }]);
    expect(variables.map(({ group }) => group)).toEqual([0, null, 0, null, null, null, null]);
  });

  test('gives each verdict a reason that names the layers', () => {
    const reasons = structuralInvariance(residualNet()).variables.map(({ reason }) =>
      reason.replaceAll(/(branch|stem)\/kernel_\d+/g, '$1/kernel'),
    );
    expect(reasons).toEqual([
      'divided out by "bn" (epsilon 0.00001) if scaled with branch/kernel: "sum" (Add) needs its inputs to scale together',
      'the constant it adds to each channel is subtracted by "bn" (epsilon 0.00001)',
      'divided out by "bn" (epsilon 0.00001) if scaled with stem/kernel: "sum" (Add) needs its inputs to scale together',
      '"bn" (BatchNormalization) takes gamma as the scale of its output: it is held out of w',
      '"head" (Dense) applies softmax, which is not positively homogeneous, to its scale',
      '"head" (Dense) applies softmax, which is not positively homogeneous, to its scale',
      '"head" (Dense) applies softmax, which is not positively homogeneous, to its scale',
    ]);
  });

  test('says of a held partner that one of the inputs has a fixed scale', () => {
    const input = tf.input({ shape: [4] });
    const branch = layers
      .dense({ name: 'branch', units: 4, useBias: false })
      .apply(input) as tf.SymbolicTensor;
    const sum = layers.add({ name: 'sum' }).apply([input, branch]) as tf.SymbolicTensor;
    const output = layers.batchNormalization({ name: 'bn' }).apply(sum) as tf.SymbolicTensor;
    const { variables } = structuralInvariance(tf.model({ inputs: input, outputs: output }));
    expect(variables[0]?.reason).toBe(
      '"sum" (Add) needs its inputs to scale together, and one of them has a fixed scale',
    );
  });

  test('counts a layer of the user that it has no rule for as scale-dependent', () => {
    class Doubling extends layers.Layer {
      static readonly className = 'Doubling';
      override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
        return tf.mul([inputs].flat()[0] as tf.Tensor, 2);
      }
    }
    const model = tf.sequential({
      layers: [
        layers.dense({ name: 'dense', units: 3, useBias: false, inputShape: [2] }),
        new Doubling({ name: 'mine' }),
        layers.batchNormalization(),
      ],
    });
    const { variables, dimension } = structuralInvariance(model);
    expect(dimension).toBe(0);
    expect(variables[0]?.reason).toBe(
      '"mine" (Doubling) is not known to pass a scale on, so nothing in or before it counts as scale-invariant',
    );
  });

  test('finds no group in a model whose kernel is frozen', () => {
    const frozen = layers.dense({ name: 'frozen', units: 3, inputShape: [2], trainable: false });
    const model = tf.sequential({ layers: [frozen, layers.reLU(), layers.batchNormalization()] });
    expect(structuralInvariance(model).groups).toEqual([]);
  });

  test('refuses what is no LayersModel and a model without layers', () => {
    expect(() => structuralInvariance({} as tf.LayersModel)).toThrow(ThermoError);
    expect(() => structuralInvariance(tf.sequential({ name: 'empty' }))).toThrow(
      'model "empty" has no layers: add them before asking for its invariances',
    );
  });
});

describe('describeInvariance', () => {
  test('shows one row a variable and warns of an epsilon that leaks', () => {
    const model = tf.sequential({
      layers: [
        layers.dense({ name: 'dense', units: 3, useBias: false, inputShape: [2] }),
        layers.batchNormalization({ name: 'bn' }),
      ],
    });
    const lines = describeInvariance(structuralInvariance(model)).split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/^variable +layer +shape +size +verdict +reason$/);
    expect(lines[1]).toMatch(
      /^dense\/kernel\S* +dense +2x3 +6 +invariant +its scale is divided out by "bn" \(epsilon 0.001\)$/,
    );
    expect(lines[4]).toBe('d = 6 of 12 trainable parameters are scale-invariant; parts that scale freely: 1');
    expect(lines[5]).toBe(
      '"bn" has epsilon 0.001: keep the variance it divides by well above that, or the scale leaks by about epsilon / variance',
    );
  });
});
