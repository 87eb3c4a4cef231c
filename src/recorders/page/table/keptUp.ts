import type { RowTaker } from '../../pictures/gather.js';
import type { PointColumns } from './pointTable.js';

interface Kept {
  readonly wish: string;
  readonly thinnings: number;
  readonly made: RowTaker;
  taken: number;
}

const keptOf = new WeakMap<PointColumns, Map<string, Kept>>();

/**
 * What is made of a table's rows, brought up to its newest one. It is kept with the table, so that each row is looked at
 * once, however often the table is drawn; only where rows were dropped, or something else is wished for, it is made anew.
 *
 * @param name what it is, among the things that are made of this table
 * @param wish how it is made
 * @param begin the same of no rows
 */
export function keptUp<T extends RowTaker>(
  table: PointColumns,
  name: string,
  wish: string,
  begin: () => T,
): T {
  const all = keptOf.get(table) ?? new Map<string, Kept>();
  keptOf.set(table, all);
  const known = all.get(name);
  const isValid = known !== undefined && known.wish === wish && known.thinnings === table.thinnings;
  const kept = isValid ? known : { wish, thinnings: table.thinnings, made: begin(), taken: 0 };
  all.set(name, kept);
  kept.made.take(table, kept.taken, table.count);
  kept.taken = table.count;
  // What stands under a name is what `begin` made for it.
  return kept.made as T;
}
