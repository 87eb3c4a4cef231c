import { describe, expect, test } from 'vitest';
import {
  braytonCycle,
  carnotCycle,
  curzonAhlbornEfficiency,
  cycleBalance,
  isothermal,
  ottoCycle,
  stirlingCycle,
} from '../../src/physics/index.js';

const start = { temperature: 2, pressure: 1, volume: 1 };

// Textbook efficiencies of an ideal gas with gamma = 2, between baths at Th / Tc = 2.
describe('efficiencies', () => {
  test('Carnot at Th / Tc = 2 is 1/2', () => {
    const balance = cycleBalance(carnotCycle({ temperatureRatio: 2, volumeRatio: 3 }), start);
    expect(balance.efficiency).toBeCloseTo(0.5, 12);
  });

  test('Stirling without regenerator at Th / Tc = 2 is .36747 at rho = 4 and .22390 at rho = 1.5', () => {
    const wide = cycleBalance(stirlingCycle({ temperatureRatio: 2, volumeRatio: 4 }), start);
    expect(wide.efficiency).toBeCloseTo(0.36747, 5);
    const narrow = cycleBalance(stirlingCycle({ temperatureRatio: 2, volumeRatio: 1.5 }), start);
    expect(narrow.efficiency).toBeCloseTo(0.2239, 5);
  });

  test('Otto at rho = 1.5 is 1/3', () => {
    const balance = cycleBalance(ottoCycle({ compressionRatio: 1.5, temperatureRatio: 2 }), start);
    expect(balance.efficiency).toBeCloseTo(0.33333, 5);
  });

  test('Brayton at p2 / p1 = 4 is 1/2', () => {
    const balance = cycleBalance(braytonCycle({ pressureRatio: 4, temperatureRatio: 2 }), start);
    expect(balance.efficiency).toBeCloseTo(0.5, 12);
  });

  test('Curzon and Ahlborn at Th / Tc = 2 is .29289', () => {
    expect(curzonAhlbornEfficiency(2)).toBeCloseTo(0.29289, 5);
  });
});

describe('the balance of a cycle', () => {
  test('of Carnot between 2 and 1 over rho = 3, with R = 1/2: heat ln 3 in, half of it out again', () => {
    const balance = cycleBalance(carnotCycle({ temperatureRatio: 2, volumeRatio: 3 }), start);
    expect(balance.heatIn).toBeCloseTo(1.0986122887, 10);
    expect(balance.heatOut).toBeCloseTo(0.5493061443, 10);
    expect(balance.netWork).toBeCloseTo(0.5493061443, 10);
    expect(balance.paths).toHaveLength(4);
  });

  test('of a cycle that takes no heat has no efficiency', () => {
    expect(cycleBalance([], start).efficiency).toBeNull();
  });
});

describe('refusals', () => {
  test('legs that do not lead back are refused', () => {
    expect(() => cycleBalance([isothermal({ volumeRatio: 4 })], start)).toThrow(
      'cycle ends with 0.25 times the pressure it started with: pass legs that lead back to the start',
    );
  });

  test('a ratio upside down is refused', () => {
    expect(() => carnotCycle({ temperatureRatio: 0.5, volumeRatio: 2 })).toThrow(
      'temperatureRatio is 0.5: pass the larger over the smaller, a number above 1',
    );
    expect(() => ottoCycle({ compressionRatio: 1, temperatureRatio: 2 })).toThrow('compressionRatio is 1');
    expect(() => curzonAhlbornEfficiency(1)).toThrow('temperatureRatio is 1');
  });
});
