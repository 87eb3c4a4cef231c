import type { Columns } from './columns.js';

/** Something that is made of the rows of a run, one after the other. */
export interface RowTaker {
  /** Takes the rows from one up to, but without, another. */
  take(columns: Columns, from: number, to: number): void;
}

/**
 * What is made of all rows of a run that there are.
 *
 * @param name what it is, among the things that are made of this run
 * @param wish how it is made
 * @param begin the same of no rows
 */
export type Gather = <T extends RowTaker>(name: string, wish: string, begin: () => T) => T;

/** Makes things of the rows of a run that has ended. */
export function gatherFrom(columns: Columns): Gather {
  return (_name, _wish, begin) => {
    const made = begin();
    made.take(columns, 0, columns.numbers('step')?.length ?? 0);
    return made;
  };
}
