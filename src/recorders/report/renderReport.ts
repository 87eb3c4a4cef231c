import { escaped } from '../figure/index.js';
import { runPictures } from '../pictures/index.js';
import { allPoints } from './allPoints.js';
import { factTable } from './factTable.js';
import { htmlPage } from './htmlPage.js';
import { pictureSection } from './pictureSection.js';
import type { ReportContent } from './report.js';
import { stateSentence } from './stateSentence.js';

/**
 * A run as one HTML page that needs nothing else: tables of results and settings, its pictures as inline SVG, and the numbers
 * behind them as links that save CSV. A run that goes on or broke off is shown as far as it went, and the page says so.
 */
export function renderReport(content: ReportContent): string {
  const { name, state, facts, settings, points, notes } = content;
  const sentences = [stateSentence(content), ...notes].map((note) => `<p>${escaped(note)}</p>`).join('');
  return htmlPage(
    `${name} run`,
    `<h1>${escaped(name)} run</h1>
<div${state === 'finished' && notes.length === 0 ? '' : ' class="notice"'}>${sentences}</div>
<div class="tables">${factTable('Results', facts)}${factTable('Settings', settings)}</div>
${allPoints(name, points)}
${runPictures(name, points).map(pictureSection).join('\n')}`,
  );
}
