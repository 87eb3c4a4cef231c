import { describe, expect, test } from 'vitest';
import { csvOf } from '../../src/recorders/page/export/csvOf.js';
import { gasInWords } from '../../src/recorders/page/panel/gasInWords.js';
import { pressureVolumePlane, temperatureEntropyPlane } from '../../src/recorders/pictures/planes/index.js';
import { pointTable } from '../../src/recorders/page/table/index.js';

const reading = {
  totalCompressibility: null,
  relaxationTimeLeft: null,
  stepCorrelation: null,
  noiseShare: null,
};

describe('the state of a gas in words', () => {
  test.each([
    [{}, ''],
    [{ totalCompressibility: 1.04 }, 'At equilibrium (Z_tot = 1.04).'],
    [
      { totalCompressibility: 2.5, relaxationTimeLeft: 412 },
      'Too large for its temperature and pressure (Z_tot = 2.5): contracting, about 412 steps to go.',
    ],
    [{ totalCompressibility: 0.5 }, 'Too small for its temperature and pressure (Z_tot = 0.5): expanding.'],
    [{ totalCompressibility: Infinity }, 'Broken: the gas law cannot be evaluated.'],
    [
      { stepCorrelation: -0.54, noiseShare: 0.39 },
      'Edge of stability: successive gradients oppose (-0.54, noise 39 %).',
    ],
    [{ stepCorrelation: 0.5 }, 'Drifting: successive gradients agree (0.50).'],
    [{ stepCorrelation: 0.1 }, 'Driven by noise: successive gradients are independent (0.10).'],
  ])('of %o is said so', (changed, words) => {
    expect(gasInWords({ ...reading, ...changed })).toBe(words);
  });
});

describe('the planes', () => {
  test('keep pV along an isotherm and pV² along an adiabat', () => {
    const through = [2, 0.03] as const;
    expect(pressureVolumePlane.isotherm(through, 4)).toBeCloseTo(0.015, 15);
    const curve = pressureVolumePlane.adiabat(through, { x: [1, 4], y: [0, 1] });
    for (const [volume, pressure] of curve) expect(pressure * volume ** 2).toBeCloseTo(0.12, 12);
  });

  test('show one entropy for states of equal T V, as on an adiabat of a cold gas', () => {
    const entropyOf = (temperature: number, volume: number): number =>
      temperatureEntropyPlane.place({ temperature, volume, pressure: 1 })[0];
    expect(entropyOf(0.001, 8)).toBeCloseTo(entropyOf(0.004, 2), 12);
    expect(entropyOf(0.002, 8) - entropyOf(0.001, 8)).toBeCloseTo(Math.log(2), 12);
  });
});

describe('the CSV of a run', () => {
  test('has a column for each number and the phase last, and an empty field for what was not measured', () => {
    const table = pointTable();
    table.append({ step: 1, phase: 'hold, "on"', loss: 0.5 });
    table.append({ step: 2, phase: 'hold, "on"', loss: null, 'a,b': Infinity });
    expect(csvOf(table)).toBe(
      'step,loss,"a,b",phase\r\n1,0.5,,"hold, ""on"""\r\n2,,Infinity,"hold, ""on"""\r\n',
    );
  });
});
