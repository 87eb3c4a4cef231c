import { csvField } from '../../csv.js';
import type { PointColumns } from '../table/index.js';

/** A run's points as CSV (RFC 4180, with a header); what was not measured is an empty field. */
export function csvOf(table: PointColumns): string {
  const columns = table.names.map((name) => [name, table.numbers(name)!] as const);
  const phases = table.texts('phase');
  const header = [...columns.map(([name]) => name), ...(phases === null ? [] : ['phase'])];
  const lines = [header.map(csvField).join(',')];
  for (let row = 0; row < table.count; row += 1) {
    const fields = columns.map(([, column]) => (Number.isNaN(column[row]!) ? '' : String(column[row])));
    if (phases !== null) fields.push(csvField(phases[row] ?? null));
    lines.push(fields.join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}
