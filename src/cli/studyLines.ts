import { protocolName, withError } from '../recorders/pictures/study/index.js';
import type { Study, StudyResult } from '../simulator/study/index.js';

/** The results of a study as lines of text, a block a protocol. */
export function studyLines({ protocols }: Study): string {
  return protocols
    .filter(({ results }) => results.length > 0)
    .map(({ protocol, results }) => `${protocolName(protocol)}\n${results.map(line).join('')}`)
    .join('');
}

function line({ name, theory, published, value, standardError, verdict }: StudyResult): string {
  const measured = withError(value, standardError).replace('±', '+-');
  const paper = published === null ? '' : `, published ${published.value}`;
  return `  ${name.padEnd(56)} ${measured.padEnd(22)} theory ${theory}${paper}: ${verdict}\n`;
}
