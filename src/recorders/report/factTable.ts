import { factText } from './factText.js';
import { escaped } from '../figure/index.js';

/** A table of names and values; nothing when there are none. */
export function factTable(caption: string, facts: Readonly<Record<string, unknown>>): string {
  const rows = Object.entries(facts).map(([field, fact]) => {
    const { name, value } = factText(field, fact);
    return `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`;
  });
  if (rows.length === 0) return '';
  return `<table><caption>${escaped(caption)}</caption><tbody>${rows.join('')}</tbody></table>`;
}
