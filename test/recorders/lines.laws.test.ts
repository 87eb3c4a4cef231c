import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticks } from '../../src/recorders/figure/index.js';
import { pointTable, type PointTable } from '../../src/recorders/page/table/index.js';
import { averaging } from '../../src/recorders/pictures/averaging.js';
import { binnedLine, binWidth } from '../../src/recorders/pictures/binnedLine.js';
import { gatherFrom } from '../../src/recorders/pictures/gather.js';
import { wayOf } from '../../src/recorders/pictures/planes/index.js';

describe('a line in bins', () => {
  const lineOf = (values: readonly number[], width: number, scale: 'linear' | 'log' = 'linear') => {
    const line = binnedLine(width, scale);
    values.forEach((value, position) => line.put(position, value, NaN));
    return line;
  };
  const finite = fc.double({ noNaN: true, min: -1e300, max: 1e300 });

  test('keeps the extremes of all values, each at its own place, and the newest; at most two a bin', () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 2, maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        (values, most) => {
          const width = binWidth([0, values.length - 1], most);
          const places = lineOf(values, width).places();
          // Where the window ends between two bins, there is one more; and the newest value.
          expect(places.length).toBeLessThanOrEqual(2 * (most + 1) + 1);
          for (const [position, value] of places) expect(values[position]).toBe(value);
          const drawn = places.map(([, value]) => value);
          expect(Math.max(...drawn)).toBe(Math.max(...values));
          expect(Math.min(...drawn)).toBe(Math.min(...values));
          expect(places.at(-1)).toEqual([values.length - 1, values.at(-1)]);
          const positions = places.map(([position]) => position);
          expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
        },
      ),
      { seed: 1 },
    );
  });

  test('is the line through all values where there are no more than bins', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    expect(lineOf(values, binWidth([0, 7], 8)).places()).toEqual(values.map((value, i) => [i, value]));
  });

  test('has more than half as many bins as it may', () => {
    fc.assert(
      fc.property(
        finite,
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.integer({ min: 1, max: 999 }),
        (from, span, most) => {
          const start = from % 1e6;
          const bins = span / binWidth([start, start + span], most);
          expect(bins).toBeLessThanOrEqual(most * (1 + 1e-6));
          expect(bins).toBeGreaterThan((most / 2) * (1 - 1e-6));
        },
      ),
      { seed: 1 },
    );
  });

  test('counts what has no place on its scale, and passes over what was not measured', () => {
    const line = lineOf([1, NaN, 0, -1, Infinity, 2], 1, 'log');
    expect(line.places()).toEqual([
      [0, 1],
      [5, 2],
    ]);
    expect(line.omitted()).toEqual({ notFinite: 1, belowLog: 2 });
  });

  test('has a band that reaches as far as any error in its bin', () => {
    const line = binnedLine(2, 'linear');
    [
      [0, 5, 1],
      [1, 5.5, 0.2],
      [2, 4, NaN],
      [3, 4, 2],
    ].forEach(([position, value, error]) => line.put(position!, value!, error!));
    expect(line.band()).toEqual([
      [0, 4, 6],
      [3, 2, 6],
    ]);
  });

  test('goes on where a clock was put back', () => {
    const line = binnedLine(1, 'linear');
    for (const [position, value] of [
      [5, 1],
      [3, 7],
      [6, 2],
    ])
      line.put(position!, value!, NaN);
    expect(line.places().map(([, value]) => value)).toEqual([7, 1, 2]);
  });
});

describe('the way of a run', () => {
  const all = { against: 'step', smoothing: 0, zoom: null } as const;
  const runOf = (columns: PointTable) => ({ name: 'a', columns, gather: gatherFrom(columns), colour: 0 });
  const gas = (step: number) => ({ step, totalTemperature: step, pressure: 1, volume: 1 });

  test('is evenly thinned to at most 600 states and the newest, from its first one on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (count) => {
        const table = pointTable();
        for (let step = 1; step <= count; step += 1) table.append(gas(step));
        const states = wayOf(runOf(table), all).map(({ temperature }) => temperature);
        expect(states.length).toBeLessThanOrEqual(601);
        expect(states.length).toBeGreaterThan(Math.min(count, 300) - 1);
        expect(states[0]).toBe(1);
        expect(states.at(-1)).toBe(count);
        const gaps = states.slice(1, -1).map((state, i) => state - states[i]!);
        expect(new Set(gaps).size).toBeLessThanOrEqual(1);
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  test('leaves out what has no place in a plane, and what lies outside the stretch', () => {
    const table = pointTable();
    [gas(1), { ...gas(2), pressure: 0 }, { ...gas(3), volume: NaN }, gas(4), gas(5)].forEach((point) =>
      table.append(point),
    );
    const steps = (zoom: readonly [number, number] | null) =>
      wayOf(runOf(table), { ...all, zoom }).map(({ temperature }) => temperature);
    expect(steps(null)).toEqual([1, 4, 5]);
    expect(steps([2, 4])).toEqual([4]);
  });
});

describe('smoothing', () => {
  test('leaves a constant as it is, and passes over what is not finite', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.double({ min: 1e-300, max: 1e6, noNaN: true }),
        (decay, constant) => {
          for (const one of Array<number>(20).fill(constant).map(averaging(decay)))
            expect(Math.abs(one - constant)).toBeLessThanOrEqual(1e-9 * Math.abs(constant));
        },
      ),
      { seed: 1 },
    );
    expect([1, NaN, 3].map(averaging(0.5))).toEqual([1, NaN, (0.25 * 1 + 0.5 * 3) / 0.75]);
  });
});

describe('ticks', () => {
  test('lie within the axis, rise, and are neither none nor a crowd', () => {
    const end = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        end,
        fc.double({ min: 1.001, max: 1e6, noNaN: true }),
        fc.constantFrom('linear', 'log'),
        (from, ratio, scale) => {
          const to = from * ratio;
          const marked = ticks([from, to], scale, 5);
          expect(marked.length).toBeGreaterThanOrEqual(1);
          expect(marked.length).toBeLessThanOrEqual(8);
          expect(marked).toEqual([...marked].sort((a, b) => a - b));
          for (const one of marked) {
            expect(one).toBeGreaterThanOrEqual(from * (1 - 1e-9));
            expect(one).toBeLessThanOrEqual(to * (1 + 1e-9));
          }
        },
      ),
      { seed: 1, numRuns: 500 },
    );
    expect(ticks([0, 100], 'linear', 5)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticks([3e-6, 4e-4], 'log', 5)).toEqual([5e-6, 1e-5, 2e-5, 5e-5, 1e-4, 2e-4]);
  });
});
