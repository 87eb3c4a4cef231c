import type { Point } from '../../control/index.js';
import { csvField } from '../csv.js';
import { csvLink } from './csvLink.js';

/** Browsers follow links of up to 2 MB; what is encoded in one grows by line ends alone. */
const mostCharacters = 1_500_000;

/** A link to all points of a run as CSV, with every column; of a run too long for a link, to every n-th of them, and it says so. */
export function allPoints(name: string, points: readonly Point[]): string {
  if (points.length === 0) return '';
  const columns = [...new Set(points.flatMap((point) => Object.keys(point)))];
  const lines = points.map((point) => columns.map((column) => csvField(point[column])).join(','));
  const length = lines.reduce((sum, line) => sum + line.length + 6, 0);
  const stride = Math.ceil(length / mostCharacters);
  const kept = lines.filter((_, i) => (lines.length - 1 - i) % stride === 0);
  const csv = `${[columns.map(csvField).join(','), ...kept].join('\r\n')}\r\n`;
  const count = points.length.toLocaleString('en-US');
  const text = stride === 1 ? `All ${count} points (CSV)` : `One in ${stride} of ${count} points (CSV)`;
  const rest = stride === 1 ? '' : ' All of them are in points.csv beside this page.';
  return `<p>${csvLink(text, `${name}-points.csv`, csv)}${rest}</p>`;
}
