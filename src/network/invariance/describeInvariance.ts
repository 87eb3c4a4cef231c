import type { InvarianceReport } from './invarianceReport.js';

/** An epsilon from here on leaks visibly: |cos(g, w)| is 6e-5 at 1e-3 and unit weights, and grows as 1 / variance. */
const leakingEpsilon = 1e-4;

/**
 * A report as a table for the terminal: one row a variable, then d and the parts of w, then the normalizations whose epsilon
 * is large enough to leak.
 */
export function describeInvariance(report: InvarianceReport): string {
  const header = ['variable', 'layer', 'shape', 'size', 'verdict', 'reason'];
  const rows = report.variables.map(({ name, path, shape, size, verdict, group, reason }) => [
    name,
    path,
    shape.length === 0 ? 'scalar' : shape.join('x'),
    String(size),
    verdict === 'jointly-invariant' ? `${verdict} (${group})` : verdict,
    reason,
  ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] as string).length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 3 ? cell.padStart(widths[column] as number) : cell.padEnd(widths[column] as number),
      )
      .join('  ')
      .trimEnd();
  const total = report.variables.reduce((sum, { size }) => sum + size, 0);
  const summary = `d = ${report.dimension} of ${total} trainable parameters are scale-invariant; parts that scale freely: ${report.groups.length}`;
  const leaking = report.normalizations.filter(({ epsilon }) => epsilon >= leakingEpsilon);
  const caution = leaking.map(
    ({ path, epsilon }) =>
      `"${path}" has epsilon ${epsilon}: keep the variance it divides by well above that, or the scale leaks by about epsilon / variance`,
  );
  return [line(header), ...rows.map(line), summary, ...caution].join('\n');
}
