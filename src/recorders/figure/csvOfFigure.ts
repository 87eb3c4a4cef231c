import { csvField } from '../csv.js';
import type { Axis, Figure, Mark } from './figure.js';

/** A row: panel, series, x, y, low, high, value; what a mark has none of is null. */
type Row = readonly (string | number | null)[];

/**
 * The numbers that a figure shows, as CSV (RFC 4180, with a header): a row for each place of each mark that has a name. low
 * and high are the ends of its band or error bar. Columns without any value are left out.
 */
export function csvOfFigure(figure: Figure): string {
  const { x, y, panels } = figure;
  const own = panels.some((panel) => panel.x !== undefined || panel.y !== undefined);
  const names = ['panel', 'series', own ? 'x' : x.label, own ? 'y' : y.label, 'low', 'high', 'value'];
  const rows: readonly Row[] = panels.flatMap((panel) => {
    const title = panel.title ?? (panel.y ?? y).label;
    return panel.marks.flatMap((mark) =>
      rowsOf(mark, { x: panel.x ?? x, y: panel.y ?? y }).map((row) => [
        panels.length > 1 ? title : null,
        ...row,
      ]),
    );
  });
  const kept = names.map((_, column) => column).filter((column) => rows.some((row) => row[column] != null));
  const lines = [names, ...rows].map((row) => kept.map((column) => csvField(row[column])).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function rowsOf(mark: Mark, axes: { readonly x: Axis; readonly y: Axis }): readonly Row[] {
  if (mark.kind === 'stretch' || mark.kind === 'label' || mark.name === null) return [];
  const { name } = mark;
  switch (mark.kind) {
    case 'line':
      return mark.places.flatMap((place) => (place === null ? [] : [[name, ...place, null, null, null]]));
    case 'dots':
      return mark.places.map(([x, y], i) => {
        const error = mark.errors?.[i];
        return [
          name,
          x,
          y,
          error === undefined ? null : y - error,
          error === undefined ? null : y + error,
          null,
        ];
      });
    case 'band':
      return mark.places.map(([x, low, high]) => [name, x, null, low, high, null]);
    case 'rule':
      return [
        [name, mark.axis === 'x' ? mark.at : null, mark.axis === 'y' ? mark.at : null, null, null, null],
      ];
    case 'cells':
      return mark.cells.map(({ x, y, value }) => [
        name,
        middle(x, axes.x),
        middle(y, axes.y),
        null,
        null,
        value,
      ]);
  }
}

/** The value that stands in the middle of a stretch of an axis. */
function middle([from, to]: readonly [number, number], { scale }: Axis): number {
  return Number((scale === 'log' ? Math.sqrt(from * to) : (from + to) / 2).toPrecision(12));
}
