import { describe, expect, test } from 'vitest';
import { ThermoError } from '../../src/error.js';
import {
  adiabatic,
  isobaric,
  isochoric,
  isothermal,
  pathOf,
  polytropic,
  type Process,
} from '../../src/physics/index.js';

// R = p V / T = 2 for this start.
const start = { temperature: 3, pressure: 2, volume: 3 };

describe('work and heat in closed form', () => {
  test('an isotherm to twice the volume does R T ln 2 of work and takes as much heat', () => {
    const path = pathOf(isothermal({ volumeRatio: 2 }), start);
    expect(path.work(1)).toBeCloseTo(6 * Math.LN2, 12);
    expect(path.heat(1)).toBeCloseTo(6 * Math.LN2, 12);
    expect(path.entropyChange(1)).toBeCloseTo(2 * Math.LN2, 12);
    expect(path.end).toEqual({ temperature: 3, pressure: 1, volume: 6 });
  });

  test('an isobar to twice the volume does p dV of work and takes C_p dT = 2 R dT of heat', () => {
    const path = pathOf(isobaric({ volumeRatio: 2 }), start);
    expect(path.work(1)).toBeCloseTo(6, 12);
    expect(path.heat(1)).toBeCloseTo(12, 12);
  });

  test('an isochore to twice the temperature does no work and takes R dT of heat', () => {
    const path = pathOf(isochoric({ temperatureRatio: 2 }), start);
    expect(path.work(1)).toBe(0);
    expect(path.heat(1)).toBeCloseTo(6, 12);
    expect(path.end.pressure).toBeCloseTo(4, 12);
  });

  test('an adiabat to a tenth of the temperature has ten times the volume, a hundredth of the pressure, and does R (T1 - T2)', () => {
    const path = pathOf(adiabatic({ temperatureRatio: 0.1 }), start);
    expect(path.end.volume).toBeCloseTo(30, 11);
    expect(path.end.pressure).toBeCloseTo(0.02, 14);
    expect(path.work(1)).toBeCloseTo(5.4, 12);
  });

  test('an adiabat of index 1.5 does twice the work, for its heat capacity is 2 R', () => {
    const path = pathOf(adiabatic({ temperatureRatio: 0.1, adiabaticIndex: 1.5 }), start);
    expect(path.end.volume).toBeCloseTo(300, 9);
    expect(path.work(1)).toBeCloseTo(10.8, 12);
  });

  test('a polytropic process of index 3 does R (T1 - T2) / 2', () => {
    const path = pathOf(polytropic({ polytropicIndex: 3, temperatureRatio: 0.25 }), start);
    expect(path.end.volume).toBeCloseTo(6, 12);
    expect(path.work(1)).toBeCloseTo(2.25, 12);
  });

  test('half of the progress is half of the logarithm', () => {
    const half = pathOf(adiabatic({ temperatureRatio: 0.01 }), start).at(0.5);
    expect(half.temperature).toBeCloseTo(0.3, 13);
    expect(half.volume).toBeCloseTo(30, 11);
  });

  test('a ratio of 1 in the held variable holds the gas where it is', () => {
    const path = pathOf(isothermal({ temperatureRatio: 1 }), start);
    expect(path.end).toEqual(start);
    expect(Math.abs(path.work(1))).toBe(0);
  });
});

function untyped(data: unknown): () => unknown {
  return () => pathOf(data as Process, start);
}

describe('a process that cannot reach its end is refused with the remedy', () => {
  test.each<[string, () => unknown, string]>([
    [
      'an isotherm to another temperature',
      () => isothermal({ temperatureRatio: 0.5 }),
      'temperatureRatio is 0.5 in an isothermal process, which holds the temperature: pass pressureRatio or volumeRatio, or take a process that moves the temperature',
    ],
    [
      'an isobar to another pressure',
      () => isobaric({ pressureRatio: 2 }),
      'pressureRatio is 2 in an isobaric process, which holds the pressure: pass temperatureRatio or volumeRatio, or take a process that moves the pressure',
    ],
    [
      'an isochore to another volume',
      () => isochoric({ volumeRatio: 2 }),
      'volumeRatio is 2 in an isochoric process, which holds the volume: pass temperatureRatio or pressureRatio, or take a process that moves the volume',
    ],
    [
      'index 1 to another temperature',
      () => polytropic({ polytropicIndex: 1, temperatureRatio: 2 }),
      'temperatureRatio is 2 in a polytropic process of index 1, which holds the temperature',
    ],
    [
      'index 0 to another pressure',
      () => polytropic({ polytropicIndex: 0, pressureRatio: 2 }),
      'pressureRatio is 2 in a polytropic process of index 0, which holds the pressure',
    ],
    [
      'index infinity to another volume',
      () => polytropic({ polytropicIndex: Infinity, volumeRatio: 2 }),
      'volumeRatio is 2 in a polytropic process of index Infinity, which holds the volume',
    ],
    [
      'an end beyond all numbers',
      () => polytropic({ polytropicIndex: 1.0001, temperatureRatio: 0.5 }),
      'temperatureRatio is 0.5 in a polytropic process of index 1.0001, which takes the pressure beyond what a number can hold: pass a ratio nearer 1',
    ],
    [
      'a negative ratio',
      () => adiabatic({ volumeRatio: -2 }),
      'volumeRatio is -2: pass a number greater than 0',
    ],
    [
      'an infinite ratio',
      () => adiabatic({ volumeRatio: Infinity }),
      'volumeRatio is Infinity: pass a finite number',
    ],
    [
      'gamma of 1',
      () => adiabatic({ volumeRatio: 2, adiabaticIndex: 1 }),
      'adiabaticIndex is 1: pass a number above 1 (2 at low temperature)',
    ],
    [
      'an index that is no number',
      () => polytropic({ polytropicIndex: Number.NaN, volumeRatio: 2 }),
      'polytropicIndex is NaN: pass a finite number',
    ],
  ])('%s', (_, build, message) => {
    expect(build).toThrow(ThermoError);
    expect(build).toThrow(message);
  });

  test('data without a target, with two targets or of an unknown kind are refused before any path is laid', () => {
    expect(untyped({ kind: 'isothermal' })).toThrow(
      'process target is missing: pass exactly one of temperatureRatio, volumeRatio and pressureRatio',
    );
    expect(untyped({ kind: 'isothermal', volumeRatio: 2, pressureRatio: 0.5 })).toThrow(
      'process target is pressureRatio with volumeRatio: pass exactly one of',
    );
    expect(untyped({ kind: 'isenthalpic', volumeRatio: 2 })).toThrow(
      'process is {"kind":"isenthalpic","volumeRatio":2}: pass one of kind isothermal, isobaric, isochoric, adiabatic or polytropic',
    );
    expect(untyped({ kind: 'isenthalpic', volumeRatio: 2 })).toThrow(ThermoError);
  });

  test('a start without volume and a progress beyond the end are refused', () => {
    expect(() => pathOf(isothermal({ volumeRatio: 2 }), { ...start, volume: 0 })).toThrow(
      'start volume is 0: pass a number greater than 0',
    );
    const path = pathOf(isothermal({ volumeRatio: 2 }), start);
    expect(() => path.at(1.1)).toThrow('progress is 1.1: pass a number from 0 (the start) to 1 (the end)');
    expect(() => path.work(-0.1)).toThrow('progress is -0.1');
  });
});
