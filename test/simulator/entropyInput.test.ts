import { describe, expect, test } from 'vitest';
import {
  directionEntropy,
  entropyEstimator,
  type EntropyForm,
  entropyRing,
} from '../../src/simulator/entropy/index.js';

describe('directionEntropy refuses', () => {
  const rows = new Float64Array([1, 0, 0, 0, 1, 0]);

  test.each([
    ['rows that are not whole', rows, 4, 'weights has 6 numbers: pass whole rows of dimension, 4'],
    ['a dimension below 2', rows, 1, 'dimension is 1: pass a whole number of at least 2'],
    ['a single row', rows, 6, 'samples is 1: pass a whole number above neighbour, 1'],
    ['a row of norm 0', new Float32Array(6), 3, 'row 0 of weights has norm 0 or is not finite'],
    ['a NaN', new Float64Array([1, 0, Number.NaN, 1]), 2, 'row 1 of weights has norm 0 or is not finite'],
    [
      'an infinity',
      new Float64Array([1, 0, 1, -Infinity]),
      2,
      'row 1 of weights has norm 0 or is not finite',
    ],
  ])('%s, in every form', (_, weights, dimension, message) => {
    for (const form of ['angles', 'standardisedAngles', 'geodesic'] as const) {
      expect(() => directionEntropy(weights, { dimension, form })).toThrow(message);
    }
  });

  test('a form that is not known', () => {
    expect(() => directionEntropy(rows, { dimension: 3, form: 'chords' as EntropyForm })).toThrow(
      'form is chords: pass one of angles, standardisedAngles, geodesic',
    );
  });

  test('more neighbours than there are', () => {
    expect(() => directionEntropy(rows, { dimension: 3, neighbour: 2 })).toThrow('samples is 2');
  });
});

describe('entropyEstimator refuses', () => {
  test('another number of rows than it was made for', () => {
    const estimate = entropyEstimator({ dimension: 3, samples: 4 });
    expect(() => estimate(new Float32Array(9))).toThrow(
      'weights has 9 numbers: pass 4 rows of 3, 12 numbers',
    );
  });

  test('what would not fit, with its size', () => {
    expect(() => entropyEstimator({ dimension: 100_001, samples: 1e7 })).toThrow(
      /^The entropy of 10000000 samples of dimension 100001 needs 14900 GB, of [\d.]+ GB that can be had: pass fewer samples$/,
    );
  });
});

describe('entropyRing refuses', () => {
  test('what would not fit, with its size', () => {
    expect(() => entropyRing({ capacity: 20_000, dimension: 100_000 })).toThrow(
      /^A ring of 20000 samples of dimension 100000 needs 7.49 GB, of [\d.]+ GB that can be had: pass a smaller capacity$/,
    );
    expect(() => entropyRing({ capacity: 1e6, dimension: 2 })).toThrow(/needs 37\d\d GB/);
  });

  test('angles to be standardised', () => {
    expect(() => entropyRing({ capacity: 10, dimension: 3, form: 'standardisedAngles' as 'angles' })).toThrow(
      'form is standardisedAngles, whose scale moves with each sample: pass angles or geodesic',
    );
  });

  test('a row of another length, of norm 0 or not finite', () => {
    const ring = entropyRing({ capacity: 10, dimension: 3 });
    expect(() => ring.push(new Float32Array(4))).toThrow('weights has 4 numbers: pass 3');
    expect(() => ring.push(new Float32Array(3))).toThrow('weights has norm 0 or is not finite');
    expect(() => ring.push(new Float32Array([1, Number.NaN, 0]))).toThrow(
      'weights has norm 0 or is not finite',
    );
    expect(ring.samples).toBe(0);
  });

  test('to say the entropy of a single sample', () => {
    const ring = entropyRing({ capacity: 10, dimension: 3 });
    ring.push(new Float32Array([1, 0, 0]));
    expect(() => ring.entropy()).toThrow('the ring holds 1 samples: push at least 2');
  });

  test.each([
    [{ capacity: 1, dimension: 3 }, 'capacity is 1: pass a whole number of at least 2'],
    [{ capacity: 10, dimension: 1.5 }, 'dimension is 1.5: pass a whole number of at least 2'],
  ])('%j', (options, message) => {
    expect(() => entropyRing(options)).toThrow(message);
  });
});
