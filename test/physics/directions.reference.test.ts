import { describe, expect, test } from 'vitest';
import {
  lnSphereArea,
  vonMisesFisherEntropy,
  vonMisesFisherFreeEnergy,
  vonMisesFisherHeatCapacity,
  vonMisesFisherMeanCosine,
} from '../../src/physics/index.js';

// ln(2 pi^(d/2) / Gamma(d/2)).
describe('the area of the unit sphere', () => {
  test.each([
    [1, 0.6931471806],
    [2, 1.8378770664],
    [3, 2.531024247],
    [10, 3.2387427795],
    [100, -86.6361024733],
  ])('in %i dimensions has the logarithm %f', (dimension, logarithm) => {
    expect(lnSphereArea(dimension)).toBeCloseTo(logarithm, 10);
  });
});

// From the normalizing constant with Bessel functions, computed with mpmath.
describe('the entropy of a von Mises-Fisher direction', () => {
  test.each([
    [3, 1, 2.379428323],
    [3, 10, 0.5352919301],
    [3, 100, -1.7672931196],
    [10, 10, 0.7542731927],
    [100, 1000, -203.86056132],
  ])('in %i dimensions at kappa = %f is %f nats', (dimension, concentration, entropy) => {
    expect(vonMisesFisherEntropy({ dimension, concentration })).toBeCloseTo(entropy, 9);
  });
});

// I_1(x) / I_0(x) and ln I_0(x): Abramowitz and Stegun, tables 9.8 and 9.11: e^-1 I_0(1) = .4657596077, e^-1 I_1(1) = .2079104154.
describe('a direction in the plane', () => {
  test('has the mean cosine I_1 / I_0', () => {
    expect(vonMisesFisherMeanCosine({ dimension: 2, concentration: 1 })).toBeCloseTo(
      0.2079104154 / 0.4657596077,
      9,
    );
  });

  test('has the free energy -T ln(2 pi I_0(h/T))', () => {
    const integral = -(Math.log(2 * Math.PI * 0.4657596077) + 1);
    expect(vonMisesFisherFreeEnergy({ dimension: 2, temperature: 2, strength: 2 })).toBeCloseTo(
      2 * integral,
      8,
    );
  });
});

// In d = 3 every integral is elementary: Z = 4 pi sinh(k) / k, A = coth(k) - 1/k, C_V = 1 - (k / sinh(k))^2.
describe.each([1e-3, 0.1, 1, 30, 300])('in three dimensions at kappa = %f', (concentration) => {
  const distribution = { dimension: 3, concentration };
  const sinh = Math.sinh(concentration);
  const coth = Math.cosh(concentration) / sinh;

  test('the mean cosine is coth(k) - 1/k', () => {
    expect(vonMisesFisherMeanCosine(distribution)).toBeCloseTo(coth - 1 / concentration, 12);
  });

  test('the entropy is ln(4 pi sinh(k) / k) - k coth(k) + 1', () => {
    const entropy = Math.log((4 * Math.PI * sinh) / concentration) - concentration * coth + 1;
    expect(vonMisesFisherEntropy(distribution)).toBeCloseTo(entropy, 12);
  });

  test('the heat capacity is 1 - (k / sinh k)^2', () => {
    expect(vonMisesFisherHeatCapacity(distribution)).toBeCloseTo(1 - (concentration / sinh) ** 2, 12);
  });
});

describe('the free energy in three dimensions', () => {
  const at = (strength: number, temperature: number): number =>
    vonMisesFisherFreeEnergy({ dimension: 3, temperature, strength });

  // -T ln(4 pi sinh(h/T) / (h/T)).
  test('falls by .43378083 from h = 1 to 2 at T = 1, and by 2.31609549 from 1 to 4 at T = .5', () => {
    expect(at(2, 1) - at(1, 1)).toBeCloseTo(-0.43378083, 8);
    expect(at(4, 0.5) - at(1, 0.5)).toBeCloseTo(-2.31609549, 8);
  });

  test('is -T ln(4 pi) without a field, and shifted by the offset', () => {
    expect(at(0, 2)).toBeCloseTo(-2 * 2.531024247, 8);
    expect(vonMisesFisherFreeEnergy({ dimension: 3, temperature: 2, strength: 0, offset: 1 })).toBeCloseTo(
      1 - 2 * 2.531024247,
      8,
    );
  });
});

test('what has no meaning is refused', () => {
  expect(() => lnSphereArea(0)).toThrow('dimension is 0: pass a whole number of at least 1');
  expect(() => vonMisesFisherEntropy({ dimension: 1, concentration: 1 })).toThrow('dimension is 1');
  expect(() => vonMisesFisherMeanCosine({ dimension: 3, concentration: -1 })).toThrow('concentration is -1');
  expect(() => vonMisesFisherFreeEnergy({ dimension: 3, temperature: 0 })).toThrow('temperature is 0');
});
