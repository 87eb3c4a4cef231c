import { describe, expect, test } from 'vitest';
import { directionEntropy, entropyRing } from '../../src/simulator/entropy/index.js';
import { entropyRingOn } from '../../src/simulator/entropy/ring/entropyRing.js';
import { typescriptProducts } from '../../src/simulator/entropy/ring/typescriptProducts.js';
import { vonMisesFisherSample } from './vonMisesFisherSample.js';

const samples = 1000;
const cold = { dimension: 3, concentration: 1e5 };

describe('a ring of directions that crowd at kappa = 1e5', () => {
  test('finds nearest distances that scalar products in single precision take for 0', () => {
    const weights = vonMisesFisherSample(samples, cold, 3);
    // The distances as such products give them.
    const single = Float32Array.from(weights);
    let lost = 0;
    for (let one = 0; one < samples; one += 1) {
      let most = -1;
      for (let other = 0; other < samples; other += 1) {
        if (other === one) continue;
        let product = 0;
        for (let i = 0; i < 3; i += 1) {
          product = Math.fround(product + Math.fround(single[3 * one + i]! * single[3 * other + i]!));
        }
        most = Math.max(most, product);
      }
      if (2 - 2 * most <= 0) lost += 1;
    }
    expect(lost / samples).toBeGreaterThan(0.5);

    const ring = entropyRing({ capacity: samples, dimension: 3 });
    for (let row = 0; row < samples; row += 1) ring.push(weights.subarray(3 * row, 3 * row + 3));
    expect(ring.entropy().nats).toBeCloseTo(directionEntropy(weights, { dimension: 3 }).nats, 8);
  });

  test('does so when its first sample was on the other side of the sphere', () => {
    const weights = vonMisesFisherSample(samples, cold, 4);
    const ring = entropyRing({ capacity: samples, dimension: 3 });
    ring.push(new Float64Array([-1, 0, 0]));
    for (let row = 0; row < samples; row += 1) ring.push(weights.subarray(3 * row, 3 * row + 3));
    expect(ring.entropy().nats).toBeCloseTo(directionEntropy(weights, { dimension: 3 }).nats, 8);
  });
});

test('a ring of copies has the entropy of distances of 1e-8, at once', () => {
  const ring = entropyRing({ capacity: 500, dimension: 1000 });
  const row = new Float32Array(1000).fill(1);
  for (let pushed = 0; pushed < 700; pushed += 1) ring.push(row);
  const copies = new Float32Array(2000).fill(1);
  const { nats } = directionEntropy(copies, { dimension: 1000 });
  // ln(N - 1) is all that differs from two copies.
  expect(ring.entropy().nats).toBeCloseTo(nats + Math.log(499), 8);
  expect(ring.samples).toBe(500);
});

describe('a ring that multiplies while samples come in', () => {
  // Five slices of columns and a block of as many samples as the ring holds: each is replaced while it is multiplied.
  const [capacity, dimension] = [5, 1100];

  test.each([1, 2, 3, 4, 5, 6, 7, 13])(
    'gives what directionEntropy gives when it is asked after every %d samples',
    (asked) => {
      const weights = vonMisesFisherSample(40, { dimension, concentration: 100 }, 5);
      const ring = entropyRing({ capacity, dimension });
      for (let pushed = 1; pushed <= 40; pushed += 1) {
        ring.push(weights.subarray((pushed - 1) * dimension, pushed * dimension));
        if (pushed < 2 || pushed % asked !== 0) continue;
        const newest = weights.subarray(Math.max(0, pushed - capacity) * dimension, pushed * dimension);
        expect(ring.entropy().nats).toBeCloseTo(directionEntropy(newest, { dimension }).nats, 2);
      }
    },
  );

  test('multiplies no more at one push than at another, but for rounding to whole slices', () => {
    let multiplied = 0;
    const ring = entropyRingOn(
      (sizes) => {
        const kernel = typescriptProducts(sizes);
        return {
          ...kernel,
          multiply(...[fours, count, column, columns]: Parameters<typeof kernel.multiply>) {
            multiplied += 4 * fours * count * columns;
            kernel.multiply(fours, count, column, columns);
          },
        };
      },
      { capacity: 8, dimension: 2000 },
    );
    const row = new Float32Array(2000).fill(1);
    const atPush = Array.from({ length: 40 }, () => {
      multiplied = 0;
      ring.push(row);
      return multiplied;
    });
    // Eight slices for eight pushes, once the ring has filled up.
    expect(new Set(atPush.slice(8))).toEqual(new Set([8 * 8 * 256, 8 * 8 * (2000 - 7 * 256)]));
  });
});

test('the ring multiplies in WebAssembly where that has SIMD, as in Node', () => {
  expect(entropyRing({ capacity: 2, dimension: 2 }).kernel).toBe('wasm');
});
