import { escaped } from '../figure/index.js';

/** A link that saves CSV from within the page: it needs no script and no connection. */
export function csvLink(text: string, fileName: string, csv: string): string {
  const address = `data:text/csv;charset=utf-8,${encodeURI(csv.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('#', '%23')}`;
  return `<a download="${escaped(fileName)}" href="${escaped(address)}">${escaped(text)}</a>`;
}
