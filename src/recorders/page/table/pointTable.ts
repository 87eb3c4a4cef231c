import type { Point } from '../../../control/index.js';
import type { Rows } from './rows.js';

/** Values that a table holds at most unless told otherwise: 100,000 points of 40 columns, 32 MB. */
const defaultMostValues = 4_000_000;
/** Rows below which a table is never thinned. */
const leastRows = 64;
const firstCapacity = 256;

/**
 * The points of one run as columns, in bounded memory. A full table is thinned: of its older three quarters every other
 * row goes, so that the newest points always stay whole and a long run is held more and more coarsely towards its start.
 */
export interface PointTable extends PointColumns {
  /** Points ever taken; the number that the next one gets. */
  readonly end: number;
  /** Takes one point. */
  append(point: Point): void;
  /** Takes many, as `rowsFrom` gave them. */
  appendRows(rows: Rows): void;
  /**
   * The rows held of the points from number `from` on, in their order, as many as `mostValues` values allow but at least
   * one, and the number to go on from; null where there is none.
   */
  rowsFrom(from: number, mostValues: number): { readonly rows: Rows; readonly end: number } | null;
}

/** Points as columns, to be read. */
export interface PointColumns {
  /** Rows held. */
  readonly count: number;
  /** How often rows before the last were dropped: while it stays the same, rows are only added. */
  readonly thinnings: number;
  /** The names of the columns of numbers, in the order they first came. */
  readonly names: readonly string[];
  /** A column of numbers, NaN where there is none; null where no point had one. Valid until the next point comes. */
  numbers(name: string): Float64Array | null;
  /** A column of texts, null where there is none; null where no point had one. */
  texts(name: string): readonly (string | null)[] | null;
}

/**
 * An empty table.
 *
 * @param mostValues rows times columns at most; but never fewer than 64 rows
 */
export function pointTable(mostValues = defaultMostValues): PointTable {
  const numbers = new Map<string, Float64Array>();
  const texts = new Map<string, (string | null)[]>();
  let capacity = firstCapacity;
  /** The number of each row's point. */
  let sequence = new Float64Array(capacity);
  let count = 0;
  let end = 0;
  let thinnings = 0;

  const numberColumn = (name: string): Float64Array => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const column = new Float64Array(capacity).fill(NaN);
    numbers.set(name, column);
    return column;
  };
  const textColumn = (name: string): (string | null)[] => {
    const known = texts.get(name);
    if (known !== undefined) return known;
    const column: (string | null)[] = [];
    texts.set(name, column);
    return column;
  };

  const thin = (): void => {
    const older = Math.floor(count * 0.75);
    const kept = Math.ceil(older / 2);
    const left = kept + count - older;
    for (const column of [sequence, ...numbers.values()]) {
      for (let row = 0; row < kept; row += 1) column[row] = column[2 * row]!;
      column.copyWithin(kept, older, count);
      column.fill(NaN, left, count);
    }
    for (const [name, column] of texts) {
      const isKept = (_: string | null, row: number): boolean => row >= older || row % 2 === 0;
      texts.set(name, Array.from({ length: count }, (_, row) => column[row] ?? null).filter(isKept));
    }
    count = left;
    thinnings += 1;
  };

  const grow = (): void => {
    capacity *= 2;
    const grown = (column: Float64Array): Float64Array<ArrayBuffer> => {
      const larger = new Float64Array(capacity);
      larger.set(column);
      larger.fill(NaN, column.length);
      return larger;
    };
    sequence = grown(sequence);
    for (const [name, column] of numbers) numbers.set(name, grown(column));
  };

  /** Makes room for one row at least. @returns for how many there is some */
  const makeRoom = (): number => {
    const fit = Math.max(leastRows, Math.floor(mostValues / (numbers.size + texts.size + 1)));
    if (count >= fit) thin();
    if (count === capacity) grow();
    return Math.max(1, Math.min(capacity, fit) - count);
  };

  return {
    get count() {
      return count;
    },
    get end() {
      return end;
    },
    get names() {
      return [...numbers.keys()];
    },
    get thinnings() {
      return thinnings;
    },
    numbers: (name) => numbers.get(name)?.subarray(0, count) ?? null,
    texts: (name) => texts.get(name) ?? null,
    append(point) {
      makeRoom();
      for (const [name, value] of Object.entries(point)) {
        if (typeof value === 'number') numberColumn(name)[count] = value;
        else if (value !== null) textColumn(name)[count] = String(value);
      }
      sequence[count] = end;
      count += 1;
      end += 1;
    },
    appendRows(rows) {
      // How many rows fit depends on how many columns there are.
      for (const [name] of rows.numbers) numberColumn(name);
      for (const [name] of rows.texts) textColumn(name);
      for (let row = 0; row < rows.count;) {
        const taken = Math.min(makeRoom(), rows.count - row);
        for (const [name, column] of rows.numbers) {
          numberColumn(name).set(column.subarray(row, row + taken), count);
        }
        for (const [name, column] of rows.texts) {
          const texts = textColumn(name);
          for (let i = 0; i < taken; i += 1) texts[count + i] = column[row + i] ?? null;
        }
        for (let i = 0; i < taken; i += 1) sequence[count + i] = end + i;
        row += taken;
        count += taken;
        end += taken;
      }
    },
    rowsFrom(from, mostValues) {
      const first = firstAtLeast(sequence, count, from);
      if (first === count) return null;
      const columns = numbers.size + texts.size;
      const last = Math.min(count, first + Math.max(1, Math.floor(mostValues / Math.max(1, columns))));
      const rows: Rows = {
        count: last - first,
        numbers: [...numbers].flatMap(([name, column]) => {
          const part = column.subarray(first, last);
          return part.every(Number.isNaN) ? [] : [[name, part] as const];
        }),
        texts: [...texts].flatMap(([name, column]) => {
          const part = Array.from({ length: last - first }, (_, i) => column[first + i] ?? null);
          return part.every((text) => text === null) ? [] : [[name, part] as const];
        }),
      };
      return { rows, end: last === count ? end : sequence[last]! };
    },
  };
}

/** The first of `count` ascending values that is at least `least`; `count` where none is. */
function firstAtLeast(values: Float64Array, count: number, least: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
