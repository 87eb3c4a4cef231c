import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnExtremes, columnPositions } from '../../src/recorders/page/charts/columnExtremes.js';
import { smoothed } from '../../src/recorders/pictures/smoothed.js';
import { decodeRows } from '../../src/recorders/page/feed/decodeRows.js';
import { ticks } from '../../src/recorders/figure/index.js';
import { pointTable } from '../../src/recorders/page/table/index.js';
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

describe('the least and the greatest of a column', () => {
  test('keep the extremes of all values in the window, whatever the number of columns', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        (values, columns) => {
          const positions = Float64Array.from(values, (_, i) => i);
          const window = [0, values.length - 1 || 1] as const;
          const drawn = columnExtremes(positions, Float64Array.from(values), window, columns).filter(
            (one) => one !== null,
          );
          expect(Math.max(...drawn)).toBe(Math.max(...values));
          expect(Math.min(...drawn)).toBe(Math.min(...values));
          expect(columnPositions(window, columns)).toHaveLength(2 * columns);
        },
      ),
      { seed: 1 },
    );
  });

  test('are drawn in the order in which they came', () => {
    const positions = Float64Array.of(0, 1, 2, 3);
    expect(columnExtremes(positions, Float64Array.of(1, 5, 2, 0), [0, 3], 2)).toEqual([1, 5, 2, 0]);
    expect(columnExtremes(positions, Float64Array.of(-1, 5, NaN, 7), [0, 3], 2, 0)).toEqual([5, 5, 7, 7]);
  });
});

describe('smoothing', () => {
  test('leaves a constant as it is, and passes over what is not finite', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.double({ min: 1e-300, max: 1e6, noNaN: true }),
        (decay, constant) => {
          for (const one of smoothed(new Float64Array(20).fill(constant), decay))
            expect(Math.abs(one - constant)).toBeLessThanOrEqual(1e-9 * Math.abs(constant));
        },
      ),
      { seed: 1 },
    );
    expect([...smoothed(Float64Array.of(1, NaN, 3), 0.5)]).toEqual([1, NaN, (0.25 * 1 + 0.5 * 3) / 0.75]);
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
