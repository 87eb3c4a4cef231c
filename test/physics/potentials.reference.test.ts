import { describe, expect, test } from 'vitest';
import {
  adiabaticIndex,
  entropy,
  gasConstant,
  gibbsEnergy,
  heatCapacityAtConstantPressure,
  heatCapacityAtConstantVolume,
  helmholtzEnergy,
  lowTemperatureDirectionEntropy,
  lowTemperatureInternalEnergy,
} from '../../src/physics/index.js';

// Entropies of the von Mises-Fisher distribution of kappa = 1/T in d dimensions, from its normalizing constant with
// Bessel functions; in d = 3 it is ln(4 pi sinh(k) / k) - k coth(k) + 1.
describe('direction entropy at low temperature', () => {
  test('is exact to e^(-2/T) in three dimensions', () => {
    expect(lowTemperatureDirectionEntropy({ temperature: 0.01, dimension: 3 })).toBeCloseTo(-1.7672931196, 9);
    expect(lowTemperatureDirectionEntropy({ temperature: 0.1, dimension: 3 })).toBeCloseTo(0.5352919301, 6);
  });

  test('is within .004 nats of -203.8605613 at d = 100, T = .001, where the correction is -2.4', () => {
    const approximate = lowTemperatureDirectionEntropy({ temperature: 0.001, dimension: 100 });
    expect(Math.abs(approximate - -203.8605613)).toBeLessThan(0.004);
    const leading = (99 / 2) * Math.log(2 * Math.PI * Math.E * 0.001);
    expect(approximate - leading).toBeCloseTo(-2.40075, 10);
  });
});

describe('potentials of a gas of three parameters', () => {
  test('mean loss is the ground energy and half a T for each direction', () => {
    expect(lowTemperatureInternalEnergy({ temperature: 0.01, dimension: 3 })).toBe(0.01);
    expect(lowTemperatureInternalEnergy({ temperature: 0.01, dimension: 5, groundEnergy: 1 })).toBe(1.02);
  });

  test('doubling the radius adds (d - 1) ln 2 to the entropy', () => {
    expect(entropy({ directionEntropy: -1, radius: 2, dimension: 3 })).toBeCloseTo(0.3862943611, 10);
  });

  test('F = U - T S and G = F + p V', () => {
    const gas = { internalEnergy: 1, temperature: 0.5, entropy: 0.25 };
    expect(helmholtzEnergy(gas)).toBe(0.875);
    expect(gibbsEnergy({ ...gas, pressure: 0.125, volume: 2 })).toBe(1.125);
  });

  test('a loss that fluctuates by T in one direction pair has C_V = R, C_p = 2 R and gamma = 2', () => {
    const heatCapacity = heatCapacityAtConstantVolume({ lossVariance: 1e-4, temperature: 0.01 });
    expect(heatCapacity).toBeCloseTo(gasConstant(3), 14);
    const gas = { heatCapacityAtConstantVolume: 1, dimension: 3 };
    expect(heatCapacityAtConstantPressure(gas)).toBe(2);
    expect(adiabaticIndex(gas)).toBe(2);
    expect(adiabaticIndex({ heatCapacityAtConstantVolume: 2, dimension: 3 })).toBe(1.5);
  });

  test('what has no meaning is refused', () => {
    expect(() => adiabaticIndex({ heatCapacityAtConstantVolume: 0, dimension: 3 })).toThrow(
      'heatCapacityAtConstantVolume is 0: pass a number greater than 0',
    );
    expect(() => entropy({ directionEntropy: 1, radius: 0, dimension: 3 })).toThrow('radius is 0');
    expect(() => lowTemperatureDirectionEntropy({ temperature: 0, dimension: 3 })).toThrow(
      'temperature is 0',
    );
  });
});
