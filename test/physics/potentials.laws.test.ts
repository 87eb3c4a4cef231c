import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  entropy,
  equilibriumPressure,
  equilibriumVolume,
  gibbsEnergy,
  heatCapacityAtConstantVolume,
  helmholtzEnergy,
  lowTemperatureDirectionEntropy,
  lowTemperatureInternalEnergy,
  radiusOfVolume,
} from '../../src/physics/index.js';

const runs = { seed: 12, numRuns: 100 };
const temperature = fc.double({ min: 1e-4, max: 1e-1, noNaN: true });
const volume = fc.double({ min: 0.1, max: 10, noNaN: true });
const dimension = fc.integer({ min: 2, max: 100 });

function potentialsAt(temperature: number, volume: number, dimension: number) {
  const directionEntropy = lowTemperatureDirectionEntropy({ temperature, dimension });
  return {
    temperature,
    volume,
    internalEnergy: lowTemperatureInternalEnergy({ temperature, dimension }),
    entropy: entropy({ directionEntropy, radius: radiusOfVolume(volume), dimension }),
  };
}

function slope(curve: (x: number) => number, at: number): number {
  const step = 1e-5 * at;
  return (curve(at + step) - curve(at - step)) / (2 * step);
}

/**
 * Mean of L = 1 - cos(theta) under exp(-L/T) in three dimensions (von Mises-Fisher, k = 1/T): 1 - coth k + 1/k; its
 * variance is 1/k^2 - 1/sinh(k)^2.
 */
function meanLoss(temperature: number): number {
  return 1 - 1 / Math.tanh(1 / temperature) + temperature;
}

describe('potentials', () => {
  test('-dF/dV at constant temperature is the pressure of the gas law', () => {
    fc.assert(
      fc.property(temperature, volume, dimension, (temperature, volume, dimension) => {
        const free = (at: number) => helmholtzEnergy(potentialsAt(temperature, at, dimension));
        const pressure = equilibriumPressure({ temperature, volume, dimension });
        expect(-slope(free, volume) / pressure).toBeCloseTo(1, 6);
      }),
      runs,
    );
  });

  test('-dF/dT at constant volume is the entropy, in three dimensions, where the low-temperature forms are exact', () => {
    fc.assert(
      fc.property(temperature, volume, (temperature, volume) => {
        const free = (at: number) => helmholtzEnergy(potentialsAt(at, volume, 3));
        expect(-slope(free, temperature)).toBeCloseTo(potentialsAt(temperature, volume, 3).entropy, 6);
      }),
      runs,
    );
  });

  test('the Gibbs energy is smallest at the equilibrium volume', () => {
    fc.assert(
      fc.property(
        temperature,
        fc.double({ min: 1e-3, max: 1, noNaN: true }),
        dimension,
        (temperature, pressure, dimension) => {
          const settled = equilibriumVolume({ temperature, pressure, dimension });
          const energy = (factor: number) =>
            gibbsEnergy({ ...potentialsAt(temperature, settled * factor, dimension), pressure });
          expect(energy(1)).toBeLessThan(energy(0.9));
          expect(energy(1)).toBeLessThan(energy(1.1));
        },
      ),
      runs,
    );
  });

  test('the heat capacity from fluctuations is dU/dT', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 5, noNaN: true }), (temperature) => {
        const lossVariance = temperature ** 2 - 1 / Math.sinh(1 / temperature) ** 2;
        const heatCapacity = heatCapacityAtConstantVolume({ lossVariance, temperature });
        expect(slope(meanLoss, temperature)).toBeCloseTo(heatCapacity, 7);
      }),
      runs,
    );
  });
});
