import { comparisonColumns, comparisonRows, tuningSentence, type Comparison } from '../recorders/node.js';
import { textTable } from './textTable.js';

/** A comparison as lines of text: its table, and how it was come by. */
export function compareLines(comparison: Comparison): string {
  const { settings, dataset, state } = comparison;
  return [
    `${settings.network} on ${dataset}, ${state}\n`,
    textTable(comparisonColumns(comparison), comparisonRows(comparison)),
    `${tuningSentence(comparison)}\n`,
  ].join('');
}
