import { escaped } from '../../figure/index.js';
import { errorCurvesFigure } from '../../pictures/compare/index.js';
import { factTable } from '../factTable.js';
import { htmlPage } from '../htmlPage.js';
import { pictureSection } from '../pictureSection.js';
import type { ComparedCandidate, Comparison } from './comparison.js';
import { comparisonColumns, comparisonRows } from './comparisonRows.js';
import { tuningSentence } from './tuningSentence.js';

/** What the tables of a comparison add to the report's style sheet. */
const comparisonStyle = `
body { max-width: 58rem; }
.results { display: block; overflow-x: auto; margin-top: 1.25rem; }
.results th, .results td { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top; }
.results:first-of-type :is(th, td) { white-space: nowrap; }
.results thead th { color: var(--muted); }
`;

/**
 * A comparison as one HTML page that needs nothing else: its table, its curves, what each candidate is and which rates were
 * tried. One that broke off is shown as far as it went, and the page says so.
 */
export function renderComparison(comparison: Comparison): string {
  const { state, settings, candidates, backend, dataset } = comparison;
  const finished = state === 'finished';
  const curves = pictureSection({
    title: 'Test error',
    caption:
      'The share of test images that are classified wrongly: the mean over the seeds of the panel’s candidate with a band of one standard deviation to either side, and behind it the means of all others.',
    figure: errorCurvesFigure(candidates),
    needs: ['testAccuracy'],
  });
  return htmlPage(
    'Schedules compared',
    `<h1>${escaped(settings.network)} on ${escaped(dataset)}: schedules compared</h1>
<div${finished ? '' : ' class="notice"'}><p>${finished ? 'The comparison is finished.' : 'The comparison was interrupted; this is how far it had come, and it can be resumed.'}</p></div>
<p>${escaped(tuningSentence(comparison))}</p>
${table('Results', comparisonColumns(comparison), comparisonRows(comparison))}
${curves}
${table('Candidates', ['candidate', 'what it is', 'validation accuracy at each rate'], candidates.map(tuningRow))}
<div class="tables">${factTable('Settings', { ...settings, backend })}</div>`,
    comparisonStyle,
  );
}

function tuningRow({ name, summary, tried }: ComparedCandidate): readonly string[] {
  const rates = tried.map(
    ({ rate, accuracy }) => `${rate}: ${accuracy === null ? 'diverged' : `${(100 * accuracy).toFixed(2)} %`}`,
  );
  return [name, summary, rates.join(', ')];
}

function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
  const body = rows.map(([name, ...cells]) => {
    const values = cells.map((cell) => `<td>${escaped(cell)}</td>`).join('');
    return `<tr><th scope="row">${escaped(name ?? '')}</th>${values}</tr>`;
  });
  return `<table class="results"><caption>${escaped(caption)}</caption><thead><tr>${columns}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
