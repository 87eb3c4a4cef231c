import { seriesColour } from '../../figure/index.js';
import { csvOf } from '../export/csvOf.js';
import { saveFile } from '../export/saveFile.js';
import { brief } from './brief.js';
import type { Drawable } from './drawable.js';
import { element } from './element.js';
import { gasInWords } from './gasInWords.js';
import { latestOf } from './latestOf.js';
import type { ShownRun, View } from './view.js';

const columns = [
  ['step', 'step'],
  ['T', 'temperature'],
  ['T_tot', 'totalTemperature'],
  ['V', 'volume'],
  ['p', 'pressure'],
  ['Z', 'compressibility'],
  ['Z_tot', 'totalCompressibility'],
  ['U', 'internalEnergy'],
  ['noise share', 'noiseShare'],
  ['step correlation', 'stepCorrelation'],
] as const;

interface Row {
  readonly element: HTMLTableRowElement;
  show(run: ShownRun, view: View): void;
}

/**
 * Every run with its newest values and its state in words: what the charts show, in text. A change of the words is told to a
 * screen reader.
 *
 * @param toggle called when the user shows or hides a run
 */
export function runTable(toggle: (id: string, isShown: boolean) => void): Drawable {
  const body = element('tbody');
  const told = element('p', { class: 'thermo-unseen', 'aria-live': 'polite' });
  const rows = new Map<string, Row>();
  const spoken = new Map<string, string>();
  const table = element(
    'table',
    {},
    element('caption', {}, 'Runs and their newest values'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...['run', 'state', 'in words', ...columns.map(([name]) => name), 'data'].map((name) =>
          element('th', { scope: 'col' }, name),
        ),
      ),
    ),
    body,
  );
  const scroll = element(
    'div',
    { class: 'thermo-scroll', tabindex: '0', role: 'region', 'aria-label': 'Runs' },
    table,
  );
  return {
    element: element('section', {}, scroll, told),
    draw(view) {
      for (const [id, row] of rows) {
        if (view.runs.some(({ description }) => description.id === id)) continue;
        row.element.remove();
        rows.delete(id);
      }
      for (const run of view.runs) {
        const { id, name } = run.description;
        const row = rows.get(id) ?? rowOf(run, toggle);
        if (!rows.has(id)) body.append(row.element);
        rows.set(id, row);
        row.show(run, view);
        const headline = wordsOf(run).split(/[(,]/)[0]!;
        if (spoken.get(id) === headline) continue;
        spoken.set(id, headline);
        told.textContent = `${name}: ${headline}`;
      }
    },
  };
}

function rowOf(first: ShownRun, toggle: (id: string, isShown: boolean) => void): Row {
  const { id, name } = first.description;
  let newest = first;
  const swatch = element('span', { class: 'thermo-swatch', 'aria-hidden': 'true' });
  const check = element('input', { type: 'checkbox' });
  check.addEventListener('change', () => toggle(id, check.checked));
  const save = element(
    'button',
    { type: 'button', 'aria-label': `Save the points of ${name} as CSV` },
    'CSV',
  );
  save.addEventListener('click', () =>
    saveFile(`${name}.csv`, new Blob([csvOf(newest.table)], { type: 'text/csv' })),
  );
  const state = element('td');
  const values = columns.map(() => element('td', { class: 'thermo-number' }));
  const words = element('td', { class: 'thermo-words' });
  return {
    element: element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('label', {}, check, swatch, name)),
      state,
      words,
      ...values,
      element('td', {}, save),
    ),
    show(run, { colours }) {
      newest = run;
      const { description, table, isShown, colour } = run;
      check.checked = isShown;
      swatch.style.background = colours[seriesColour(colour)];
      state.textContent = description.state;
      state.title = description.reason ?? '';
      columns.forEach(([, field], i) => {
        const value = latestOf(table, field);
        values[i]!.textContent = field === 'step' ? (value?.toLocaleString('en-US') ?? '–') : brief(value);
      });
      words.textContent = wordsOf(run);
    },
  };
}

function wordsOf({ table }: ShownRun): string {
  return gasInWords({
    totalCompressibility: latestOf(table, 'totalCompressibility'),
    relaxationTimeLeft: latestOf(table, 'relaxationTimeLeft'),
    stepCorrelation: latestOf(table, 'stepCorrelation'),
    noiseShare: latestOf(table, 'noiseShare'),
  });
}
