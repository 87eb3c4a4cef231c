import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { gradientOrthogonality, noCosine, verdictFromCosines } from '../../src/network/invariance/index.js';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('gradientOrthogonality', () => {
  test('gives the cosine of each pair in one tensor, and 2 where a length is zero', async () => {
    const variables = [tf.tensor1d([3, 4]), tf.tensor1d([1, 0]), tf.tensor1d([1, 1]), tf.tensor1d([0, 0])];
    const gradients = [tf.tensor1d([6, 8]), tf.tensor1d([0, 5]), tf.tensor1d([0, 0]), tf.tensor1d([1, 2])];
    const before = tf.memory().numTensors;
    const cosines = gradientOrthogonality(variables, gradients);
    expect(tf.memory().numTensors).toBe(before + 1);
    expect(Array.from(await cosines.data())).toEqual([1, 0, noCosine, noCosine]);
    expect(cosines.shape).toEqual([4]);
  });

  test('does not underflow for gradients of 1e-15', async () => {
    const cosines = gradientOrthogonality([tf.tensor1d([1, 1])], [tf.tensor1d([1e-15, 0])]);
    expect((await cosines.data())[0]).toBeCloseTo(Math.SQRT1_2, 6);
  });
});

describe('verdictFromCosines', () => {
  const kernel = [3, 3, 2, 4];

  test('calls invariant what is orthogonal in every step', () => {
    const cosines = [
      [3e-6, 3e-6, 0.2],
      [-9e-5, -2e-4, 0.1],
    ];
    expect(verdictFromCosines(cosines, [kernel, kernel, kernel])).toEqual([
      'invariant',
      'not-invariant',
      'not-invariant',
    ]);
  });

  test('never calls biases, gammas and scalars invariant', () => {
    const cosines = [
      [1e-8, 1e-8],
      [1e-8, 1e-8],
    ];
    expect(verdictFromCosines(cosines, [[4], []])).toEqual(['not-invariant', 'not-invariant']);
  });

  test('calls null what never has a gradient, and judges by the steps that have one', () => {
    const cosines = [
      [noCosine, noCosine],
      [noCosine, 1e-6],
    ];
    expect(verdictFromCosines(cosines, [kernel, kernel])).toEqual(['null-direction', 'invariant']);
  });

  test('takes a cosine that is not a number for dependence', () => {
    expect(verdictFromCosines([[Number.NaN], [1e-6]], [kernel])).toEqual(['not-invariant']);
  });

  test('refuses a single step and rows of another length', () => {
    expect(() => verdictFromCosines([[0]], [kernel])).toThrow(
      'cosinesPerStep has 1 steps: pass at least 2, since one may pass by chance',
    );
    expect(() => verdictFromCosines([[0], [0, 0]], [kernel])).toThrow(
      'cosinesPerStep has a row of 2: pass one cosine for each of the 1 shapes',
    );
  });
});
