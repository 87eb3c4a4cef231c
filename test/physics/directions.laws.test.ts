import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  lnSphereArea,
  lowTemperatureDirectionEntropy,
  vonMisesFisherEntropy,
  vonMisesFisherFreeEnergy,
  vonMisesFisherHeatCapacity,
  vonMisesFisherMeanCosine,
} from '../../src/physics/index.js';

const dimensions = fc.integer({ min: 2, max: 100_000 });
const runs = { seed: 23, numRuns: 100 };
const temperatures = fc.double({ min: -6, max: 3, noNaN: true }).map((exponent) => 10 ** exponent);

describe('von Mises-Fisher directions of any dimension, kappa from 1e-3 to 1e6', () => {
  test('F = U - T S', () => {
    fc.assert(
      fc.property(dimensions, temperatures, (dimension, temperature) => {
        const distribution = { dimension, concentration: 1 / temperature };
        const energy = -vonMisesFisherMeanCosine(distribution);
        const free = vonMisesFisherFreeEnergy({ dimension, temperature });
        const entropy = vonMisesFisherEntropy(distribution);
        const scale = 1 + Math.abs(temperature * entropy);
        expect(Math.abs(free - (energy - temperature * entropy))).toBeLessThan(1e-13 * scale);
      }),
      runs,
    );
  });

  test('the mean cosine obeys the recurrence of Bessel functions, A_d(k) (d/k + A_(d+2)(k)) = 1', () => {
    fc.assert(
      fc.property(dimensions, temperatures, (dimension, temperature) => {
        const mean = vonMisesFisherMeanCosine({ dimension, concentration: 1 / temperature });
        const next = vonMisesFisherMeanCosine({ dimension: dimension + 2, concentration: 1 / temperature });
        // A is good to 1e-15 of 1, and is about kappa/d where that is small.
        const scale = Math.max(1, dimension * temperature);
        expect(Math.abs(mean * (dimension * temperature + next) - 1)).toBeLessThan(4e-14 * scale);
      }),
      runs,
    );
  });

  test('C_V = k^2 (1 - A^2 - (d - 1) A / k)', () => {
    fc.assert(
      fc.property(dimensions, temperatures, (dimension, temperature) => {
        const concentration = 1 / temperature;
        const mean = vonMisesFisherMeanCosine({ dimension, concentration });
        const expected = concentration ** 2 * (1 - mean ** 2 - (dimension - 1) * mean * temperature);
        const rounding = 1e-14 * concentration ** 2 * (1 + dimension * temperature);
        const heatCapacity = vonMisesFisherHeatCapacity({ dimension, concentration });
        expect(Math.abs(heatCapacity - expected)).toBeLessThan(rounding + 1e-13 * heatCapacity);
      }),
      runs,
    );
  });

  test('hot directions are uniform and cold ones have the entropy and heat capacity of equipartition', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 100 }), (dimension) => {
        expect(vonMisesFisherEntropy({ dimension, concentration: 0 })).toBeCloseTo(
          lnSphereArea(dimension),
          11,
        );
        const cold = { dimension, concentration: 1e6 };
        // The next order of the expansion is of order d^3 T^2 = 1e-6.
        expect(vonMisesFisherEntropy(cold)).toBeCloseTo(
          lowTemperatureDirectionEntropy({ dimension, temperature: 1e-6 }),
          5,
        );
        expect(vonMisesFisherHeatCapacity(cold) / (dimension - 1)).toBeCloseTo(0.5, 3);
      }),
      runs,
    );
  });
});
