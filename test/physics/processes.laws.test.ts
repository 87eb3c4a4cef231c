import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adiabatic,
  isobaric,
  isochoric,
  isothermal,
  pathOf,
  polytropic,
  type EquilibriumState,
  type Path,
  type Process,
} from '../../src/physics/index.js';

const runs = { seed: 13, numRuns: 200 };
const ratio = fc.double({ min: 0.1, max: 10, noNaN: true });
const gamma = fc.double({ min: 1.2, max: 5, noNaN: true });
const progress = fc.double({ min: 0, max: 1, noNaN: true });
const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const start = fc.record({ temperature: positive, pressure: positive, volume: positive });
const withGamma = (build: (ratio: number, adiabaticIndex: number) => Process) =>
  fc.tuple(ratio, gamma).map(([ratio, index]) => build(ratio, index));

const process: fc.Arbitrary<Process> = fc.oneof(
  ratio.map((volumeRatio) => isothermal({ volumeRatio })),
  ratio.map((pressureRatio) => isothermal({ pressureRatio })),
  withGamma((volumeRatio, adiabaticIndex) => isobaric({ volumeRatio, adiabaticIndex })),
  withGamma((temperatureRatio, adiabaticIndex) => isobaric({ temperatureRatio, adiabaticIndex })),
  withGamma((temperatureRatio, adiabaticIndex) => isochoric({ temperatureRatio, adiabaticIndex })),
  withGamma((pressureRatio, adiabaticIndex) => isochoric({ pressureRatio, adiabaticIndex })),
  withGamma((volumeRatio, adiabaticIndex) => adiabatic({ volumeRatio, adiabaticIndex })),
  withGamma((pressureRatio, adiabaticIndex) => adiabatic({ pressureRatio, adiabaticIndex })),
  fc
    .tuple(fc.double({ min: -3, max: 6, noNaN: true }), ratio, gamma)
    .map(([polytropicIndex, volumeRatio, adiabaticIndex]) =>
      polytropic({ polytropicIndex, volumeRatio, adiabaticIndex }),
    ),
);

/** Energies are compared with the largest p V on the way, the scale that rounding acts on. */
function scaleOf({ start, end }: Path): number {
  return Math.max(start.pressure * start.volume, end.pressure * end.volume);
}

/** gamma as the process has it; an isotherm's heat does not depend on it. */
function indexOf(process: Process): number {
  return process.kind === 'isothermal' ? 2 : process.adiabaticIndex;
}

function expectSameState(actual: EquilibriumState, expected: EquilibriumState): void {
  expect(actual.temperature / expected.temperature).toBeCloseTo(1, 11);
  expect(actual.pressure / expected.pressure).toBeCloseTo(1, 11);
  expect(actual.volume / expected.volume).toBeCloseTo(1, 11);
}

describe('every process', () => {
  test('starts where it is told and ends at its target', () => {
    fc.assert(
      fc.property(process, start, (process, start) => {
        const path = pathOf(process, start);
        expect(path.at(0)).toEqual(start);
        expect(path.end).toEqual(path.at(1));
        for (const variable of ['temperature', 'pressure', 'volume'] as const) {
          const target = process[`${variable}Ratio`];
          if (target !== undefined) expect(path.end[variable] / start[variable] / target).toBeCloseTo(1, 11);
        }
      }),
      runs,
    );
  });

  test('obeys p V = R T all along', () => {
    fc.assert(
      fc.property(process, start, progress, (process, start, progress) => {
        const { temperature, pressure, volume } = pathOf(process, start).at(progress);
        const constant = (start.pressure * start.volume) / start.temperature;
        expect((pressure * volume) / (constant * temperature)).toBeCloseTo(1, 11);
      }),
      runs,
    );
  });

  test('obeys the first law: C_V (T - T0) = Q - W, C_V = R / (gamma - 1)', () => {
    fc.assert(
      fc.property(process, start, progress, (process, start, progress) => {
        const path = pathOf(process, start);
        const heatCapacity = (start.pressure * start.volume) / start.temperature / (indexOf(process) - 1);
        const energyChange = heatCapacity * (path.at(progress).temperature - start.temperature);
        const balance = energyChange - path.heat(progress) + path.work(progress);
        expect(balance / scaleOf(path)).toBeCloseTo(0, 10);
      }),
      runs,
    );
  });

  // Midpoint sums over 2,000 pieces; the error is below (range of ln V / 2,000)^2, about 2e-6 of p V.
  test('does the work that a numerical integral of p dV finds, and takes the heat that one of T dS finds', () => {
    fc.assert(
      fc.property(process, start, (process, start) => {
        const path = pathOf(process, start);
        const pieces = 2_000;
        let work = 0;
        let heat = 0;
        for (let piece = 0; piece < pieces; piece += 1) {
          const middle = path.at((piece + 0.5) / pieces);
          work += middle.pressure * (path.at((piece + 1) / pieces).volume - path.at(piece / pieces).volume);
          heat += (middle.temperature * path.entropyChange(1)) / pieces;
        }
        expect((path.work(1) - work) / scaleOf(path)).toBeCloseTo(0, 4);
        expect((path.heat(1) - heat) / scaleOf(path) / (1 + Math.abs(path.entropyChange(1)))).toBeCloseTo(
          0,
          4,
        );
      }),
      { ...runs, numRuns: 40 },
    );
  });

  test('changes the entropy by C_V ln(T / T0) + R ln(V / V0)', () => {
    fc.assert(
      fc.property(process, start, progress, (process, start, progress) => {
        const path = pathOf(process, start);
        const state = path.at(progress);
        const constant = (start.pressure * start.volume) / start.temperature;
        const change =
          Math.log(state.temperature / start.temperature) / (indexOf(process) - 1) +
          Math.log(state.volume / start.volume);
        expect(path.entropyChange(progress) / constant).toBeCloseTo(change, 9);
      }),
      runs,
    );
  });

  test('resumed from any state of its path ends in the same state, work and heat adding up', () => {
    fc.assert(
      fc.property(process, start, progress, (process, start, progress) => {
        const whole = pathOf(process, start);
        const stop = whole.at(progress);
        const names = ['temperature', 'volume', 'pressure'] as const;
        const moving = names.find((name) => process[`${name}Ratio`] !== undefined) ?? 'volume';
        const target = { [`${moving}Ratio`]: whole.end[moving] / stop[moving] };
        const rest = pathOf({ ...process, ...target } as Process, stop);
        expectSameState(rest.end, whole.end);
        const scale = scaleOf(whole);
        expect((whole.work(progress) + rest.work(1) - whole.work(1)) / scale).toBeCloseTo(0, 10);
        expect((whole.heat(progress) + rest.heat(1) - whole.heat(1)) / scale).toBeCloseTo(0, 9);
      }),
      runs,
    );
  });

  test('survives JSON', () => {
    fc.assert(
      fc.property(process, (process) => {
        expect(JSON.parse(JSON.stringify(process))).toEqual(process);
      }),
      runs,
    );
  });
});

function expectSamePath(named: Process, general: Process, from: EquilibriumState): void {
  const [one, other] = [pathOf(named, from), pathOf(general, from)];
  expectSameState(other.end, one.end);
  expect((other.work(1) - one.work(1)) / scaleOf(one)).toBeCloseTo(0, 10);
  expect((other.heat(1) - one.heat(1)) / scaleOf(one)).toBeCloseTo(0, 10);
}

describe('a polytropic process', () => {
  test('of index 0, 1, gamma and infinity is isobaric, isothermal, adiabatic and isochoric', () => {
    fc.assert(
      fc.property(ratio, gamma, start, (ratio, adiabaticIndex, start) => {
        const byVolume = { volumeRatio: ratio, adiabaticIndex };
        const byHeat = { temperatureRatio: ratio, adiabaticIndex };
        expectSamePath(isobaric(byVolume), polytropic({ polytropicIndex: 0, ...byVolume }), start);
        expectSamePath(
          isothermal({ volumeRatio: ratio }),
          polytropic({ polytropicIndex: 1, ...byVolume }),
          start,
        );
        expectSamePath(
          adiabatic(byVolume),
          polytropic({ polytropicIndex: adiabaticIndex, ...byVolume }),
          start,
        );
        expectSamePath(isochoric(byHeat), polytropic({ polytropicIndex: Infinity, ...byHeat }), start);
      }),
      runs,
    );
  });

  test('holds p V^n', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 6, noNaN: true }),
        ratio,
        start,
        progress,
        (polytropicIndex, volumeRatio, start, progress) => {
          const { pressure, volume } = pathOf(polytropic({ polytropicIndex, volumeRatio }), start).at(
            progress,
          );
          const held = (pressure / start.pressure) * (volume / start.volume) ** polytropicIndex;
          expect(held).toBeCloseTo(1, 11);
        },
      ),
      runs,
    );
  });

  test('passes smoothly through the isotherm', () => {
    const start = { temperature: 1, pressure: 1, volume: 1 };
    const near = pathOf(polytropic({ polytropicIndex: 1 + 1e-9, volumeRatio: 2 }), start);
    expect(near.work(1)).toBeCloseTo(Math.LN2, 8);
  });
});

describe('an adiabatic process', () => {
  test('takes no heat at all and keeps its entropy', () => {
    fc.assert(
      fc.property(ratio, gamma, start, progress, (volumeRatio, adiabaticIndex, start, progress) => {
        const path = pathOf(adiabatic({ volumeRatio, adiabaticIndex }), start);
        expect(Math.abs(path.heat(progress))).toBe(0);
        expect(Math.abs(path.entropyChange(progress))).toBe(0);
      }),
      runs,
    );
  });
});
