import type { LawResult } from '../experiments/laws/index.js';

/** Laws beside their theory as a table of text. */
export function lawLines(results: readonly LawResult[]): string {
  const rows = [
    ['law', 'theory', 'measured', 'error', 'verdict'],
    ...results.map(({ name, theory, value, standardError, verdict }) => [
      name,
      number(theory),
      number(value),
      errorOf(standardError),
      verdict,
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** A standard error; a single repetition has none. */
function errorOf(standardError: number): string {
  if (Number.isNaN(standardError)) return 'unknown';
  return standardError === 0 ? 'exact' : standardError.toPrecision(2);
}

function number(value: number): string {
  return String(Number(value.toPrecision(5)));
}
