/** Some text of a row; where not all fits, what matters least is left out first. */
export interface RowPart {
  readonly text: string;
  readonly importance: number;
}

/** What stands between two parts of a row. */
export const gap = '  ';

/** The parts in their order, as many as fit. The most important one is kept in any case; parts without text are left out. */
export function fitRow(parts: readonly RowPart[], columns: number): string {
  const given = parts.filter(({ text }) => text !== '');
  const row = given.map(({ text }) => text).join(gap);
  if (row.length <= columns || given.length <= 1) return row;
  const least = Math.min(...given.map(({ importance }) => importance));
  return fitRow(
    given.filter(({ importance }) => importance !== least),
    columns,
  );
}
