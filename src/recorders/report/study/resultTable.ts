import type { ProtocolStudy, StudyResult } from '../../../simulator/study/index.js';
import { protocolName } from '../../pictures/study/index.js';
import { withError } from '../../pictures/study/index.js';
import { escaped } from '../../figure/index.js';

const head = ['', 'measured', 'theory', 'within', 'published', 'verdict'];

/** The results of one protocol as a table: measured value with its error, theory, tolerance, published value, verdict. */
export function resultTable({ protocol, results }: ProtocolStudy): string {
  if (results.length === 0) return '';
  const columns = head.map((name) => `<th scope="col">${name}</th>`).join('');
  return `<table class="results"><caption>${escaped(protocolName(protocol))}</caption><thead><tr>${columns}</tr></thead><tbody>${results.map(row).join('')}</tbody></table>`;
}

function row(result: StudyResult): string {
  const { name, note, theory, published, value, standardError, tolerance, verdict } = result;
  const paper = published === null ? '' : withError(published.value, published.error);
  const cells = [withError(value, standardError), String(theory), `± ${String(tolerance)}`, paper];
  const small = note === null ? '' : `<small>${escaped(note)}</small>`;
  const texts = cells.map((text) => `<td>${text}</td>`).join('');
  return `<tr><th scope="row">${escaped(name)}${small}</th>${texts}<td class="${verdict}">${verdict}</td></tr>`;
}
