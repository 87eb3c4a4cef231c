import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  braytonCycle,
  carnotCycle,
  curzonAhlbornEfficiency,
  cycleBalance,
  ottoCycle,
  stirlingCycle,
  type Cycle,
} from '../../src/physics/index.js';

const runs = { seed: 14, numRuns: 100 };
const ratio = fc.double({ min: 1.05, max: 10, noNaN: true });
const gamma = fc.double({ min: 1.2, max: 5, noNaN: true });
const positive = fc.double({ min: 1e-2, max: 1e2, noNaN: true });
const start = fc.record({ temperature: positive, pressure: positive, volume: positive });

const cycles: [
  string,
  (a: number, b: number, adiabaticIndex: number) => Cycle,
  (a: number, b: number, gamma: number) => number,
][] = [
  [
    'Carnot',
    (temperatureRatio, volumeRatio, adiabaticIndex) =>
      carnotCycle({ temperatureRatio, volumeRatio, adiabaticIndex }),
    (temperatureRatio) => 1 - 1 / temperatureRatio,
  ],
  [
    'Otto',
    (compressionRatio, temperatureRatio, adiabaticIndex) =>
      ottoCycle({ compressionRatio, temperatureRatio, adiabaticIndex }),
    (compressionRatio, _, gamma) => 1 - compressionRatio ** (1 - gamma),
  ],
  [
    'Brayton',
    (pressureRatio, temperatureRatio, adiabaticIndex) =>
      braytonCycle({ pressureRatio, temperatureRatio, adiabaticIndex }),
    (pressureRatio, _, gamma) => 1 - pressureRatio ** (1 / gamma - 1),
  ],
  [
    'Stirling',
    (temperatureRatio, volumeRatio, adiabaticIndex) =>
      stirlingCycle({ temperatureRatio, volumeRatio, adiabaticIndex }),
    (temperatureRatio, volumeRatio, gamma) =>
      ((temperatureRatio - 1) * Math.log(volumeRatio)) /
      (temperatureRatio * Math.log(volumeRatio) + (temperatureRatio - 1) / (gamma - 1)),
  ],
];

describe.each(cycles)('the %s cycle', (_, build, efficiency) => {
  test('has the efficiency of its closed form, from any start', () => {
    fc.assert(
      fc.property(ratio, ratio, gamma, start, (a, b, gamma, start) => {
        expect(cycleBalance(build(a, b, gamma), start).efficiency).toBeCloseTo(efficiency(a, b, gamma), 9);
      }),
      runs,
    );
  });

  test('does as much work as it keeps heat, and ends with the entropy it began with', () => {
    fc.assert(
      fc.property(ratio, ratio, gamma, start, (a, b, gamma, start) => {
        const { netWork, heatIn, heatOut, entropyChange } = cycleBalance(build(a, b, gamma), start);
        expect((heatIn - heatOut - netWork) / heatIn).toBeCloseTo(0, 10);
        const constant = (start.pressure * start.volume) / start.temperature;
        expect(entropyChange / constant).toBeCloseTo(0, 10);
        expect(netWork).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  test('is no better than Carnot between its hottest and its coldest state', () => {
    fc.assert(
      fc.property(ratio, ratio, gamma, start, (a, b, gamma, start) => {
        const { efficiency, paths } = cycleBalance(build(a, b, gamma), start);
        const temperatures = paths.map((path) => path.end.temperature);
        const bound = 1 - Math.min(...temperatures) / Math.max(...temperatures);
        expect(efficiency ?? Number.NaN).toBeLessThanOrEqual(bound + 1e-10);
      }),
      runs,
    );
  });
});

test('Curzon and Ahlborn stay below Carnot and above half of it', () => {
  fc.assert(
    fc.property(ratio, (temperatureRatio) => {
      const carnot = 1 - 1 / temperatureRatio;
      expect(curzonAhlbornEfficiency(temperatureRatio)).toBeLessThan(carnot);
      expect(curzonAhlbornEfficiency(temperatureRatio)).toBeGreaterThan(carnot / 2);
    }),
    runs,
  );
});
