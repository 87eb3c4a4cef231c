import type { PointColumns } from './pointTable.js';

/** A table as it is now, without what comes later; the rows of one that is thinned meanwhile move on a little. */
export function frozen(table: PointColumns): PointColumns {
  const { count, names } = table;
  return {
    count,
    names,
    get thinnings() {
      return table.thinnings;
    },
    numbers: (name) => table.numbers(name)?.subarray(0, count) ?? null,
    texts: (name) => table.texts(name),
  };
}
