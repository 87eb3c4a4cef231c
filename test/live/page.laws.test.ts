import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowTaker } from '../../src/recorders/pictures/gather.js';
import { decodeRows } from '../../src/recorders/page/feed/decodeRows.js';
import { frozen, keptUp, pointTable } from '../../src/recorders/page/table/index.js';
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
