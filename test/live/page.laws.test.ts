import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { averaging } from '../../src/recorders/pictures/averaging.js';
import { binnedLine, binWidth } from '../../src/recorders/pictures/binnedLine.js';
import { gatherFrom, type RowTaker } from '../../src/recorders/pictures/gather.js';
import { decodeRows } from '../../src/recorders/page/feed/decodeRows.js';
import { ticks } from '../../src/recorders/figure/index.js';
import { frozen, keptUp, pointTable, type PointTable } from '../../src/recorders/page/table/index.js';
import { wayOf } from '../../src/recorders/pictures/planes/index.js';
import { encodeRows } from '../../src/recorders/live/encodeRows.js';
import { positionOf, textOfPosition } from '../../src/recorders/live/position.js';

const value = fc.oneof(fc.double(), fc.constant(null), fc.string(), fc.boolean());
const point = fc
  .tuple(fc.nat(), fc.dictionary(fc.string(), value, { maxKeys: 4 }))
  .map(([step, rest]) => ({ ...rest, step }));

describe('a table of points', () => {
  test('is sent in pieces of any size to a table that holds the same', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 80 }), fc.integer({ min: 1, max: 50 }), (points, piece) => {
        const sent = pointTable();
        points.forEach((one) => sent.append(one));
        const received = pointTable();
        for (let from = 0; ;) {
          const next = sent.rowsFrom(from, piece);
          if (next === null) break;
          received.appendRows(decodeRows(JSON.parse(JSON.stringify(encodeRows('a', 'b', next.rows)))));
          from = next.end;
        }
        expect(received.count).toBe(points.length);
        for (const name of sent.names) {
          const column = [...sent.numbers(name)!];
          expect([...(received.numbers(name) ?? column.map(() => NaN))]).toEqual(column);
        }
        const phases = sent.texts('phase');
        if (phases !== null)
          expect(points.map((_, i) => received.texts('phase')?.[i] ?? null)).toEqual(
            points.map((_, i) => phases[i] ?? null),
          );
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('holds the same of rows that came together as of points that came alone, also where it is thinned', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 150 }), { maxLength: 12 }), (pieces) => {
        const [alone, together] = [pointTable(400), pointTable(400)];
        let step = 0;
        for (const count of pieces) {
          const points = Array.from({ length: count }, () => ({ step: (step += 1), phase: `p${step}` }));
          points.forEach((one) => alone.append(one));
          const numbers = [['step', Float64Array.from(points, (one) => one.step)]] as const;
          together.appendRows({ count, numbers, texts: [['phase', points.map(({ phase }) => phase)]] });
        }
        expect(together.numbers('step')).toEqual(alone.numbers('step'));
        expect(together.texts('phase')).toEqual(alone.texts('phase'));
        expect(together.rowsFrom(0, 1e6)).toEqual(alone.rowsFrom(0, 1e6));
        expect(together.end).toBe(step);
      }),
      { seed: 1 },
    );
  });

  test('never holds more values than it may, and always the newest quarter of its points whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 3000 }),
        fc.integer({ min: 100, max: 20_000 }),
        (most, count) => {
          const table = pointTable(most);
          for (let step = 1; step <= count; step += 1) table.append({ step, loss: 1 });
          expect(table.count * 3).toBeLessThanOrEqual(Math.max(most, 64 * 3));
          expect(table.end).toBe(count);
          const steps = [...table.numbers('step')!];
          const newest = Math.floor(table.count / 4);
          expect(steps.slice(-newest)).toEqual(
            Array.from({ length: newest }, (_, i) => count - newest + 1 + i),
          );
          expect(steps[0]).toBe(1);
          expect(steps).toEqual([...steps].sort((a, b) => a - b));
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });
});

describe('a position', () => {
  test('comes back from the text of its event’s id', () => {
    const position = fc.dictionary(
      fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((id) => id.toString(16).padStart(8, '0')),
      fc.nat({ max: 2 ** 31 - 1 }),
    );
    fc.assert(
      fc.property(position, (ends) => {
        const map = new Map(Object.entries(ends));
        expect(positionOf(textOfPosition(map))).toEqual(map);
      }),
      { seed: 1 },
    );
  });

  test('of any other text is one from which everything is sent, or a part of it, but never an error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const end of positionOf(text).values()) expect(end).toBeGreaterThanOrEqual(0);
      }),
      { seed: 1 },
    );
  });
});

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

describe('what is kept up with a table', () => {
  const sum = (): RowTaker & { total: number } => ({
    total: 0,
    take(table, from, to) {
      for (let row = from; row < to; row += 1) this.total += table.numbers('step')![row]!;
    },
  });

  test('is what it would be if it were made of all rows at once, also of a table that is thinned', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 90 }), { minLength: 1, maxLength: 20 }), (pieces) => {
        const table = pointTable(600);
        let step = 0;
        for (const piece of pieces) {
          for (let i = 0; i < piece; i += 1) table.append({ step: (step += 1), loss: 1 });
          const steps = table.numbers('step') ?? Float64Array.of();
          expect(keptUp(table, 'sum', '', sum).total).toBe(steps.reduce((a, b) => a + b, 0));
        }
      }),
      { seed: 1 },
    );
  });

  test('looks at each row once, and at all again where something else is wished for', () => {
    const table = pointTable();
    const taken: [number, number][] = [];
    const note = (wish: string) =>
      keptUp(table, 'rows', wish, () => ({ take: (_, from, to) => void taken.push([from, to]) }));
    table.append({ step: 1 });
    note('a');
    table.append({ step: 2 });
    note('a');
    note('b');
    expect(taken).toEqual([
      [0, 1],
      [1, 2],
      [0, 2],
    ]);
  });

  test('begins anew for what is shown while the page is paused', () => {
    const table = pointTable();
    table.append({ step: 1 });
    const paused = frozen(table);
    table.append({ step: 2 });
    expect(keptUp(paused, 'sum', '', sum).total).toBe(1);
    expect(keptUp(table, 'sum', '', sum).total).toBe(3);
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
