import type { Plan } from '../../../control/index.js';
import { escaped } from '../../figure/index.js';
import { planPictures } from '../../pictures/index.js';
import { factTable } from '../factTable.js';
import { allPoints } from '../allPoints.js';
import { pictureSection } from '../pictureSection.js';
import { htmlPage } from '../htmlPage.js';
import { planQuantities } from './planQuantities.js';
import { planRows } from './planRows.js';

/** What the page of a plan is made of. */
export interface PlanContent {
  readonly plan: Plan;
  readonly settings: Readonly<Record<string, unknown>>;
  /** What is known of the gas. */
  readonly gas: Readonly<Record<string, unknown>>;
}

/** What the table of readings adds to the report's style sheet. */
const planStyle = `
.readings { display: block; overflow-x: auto; margin-top: 1.25rem; }
.readings th, .readings td { text-align: right; padding: .2rem .6rem; white-space: nowrap; }
.readings th:first-child { text-align: left; padding-left: 0; }
.readings thead th { color: var(--muted); }
`;

/** A plan as one HTML page that needs nothing else: its warnings, its table, and the pictures that a run's report has. */
export function renderPlan({ plan, settings, gas }: PlanContent): string {
  const { points, warnings, ended } = plan;
  const end =
    ended === null
      ? `The plan goes to step ${points.at(-1)?.step ?? 0}.`
      : `The process ends at step ${ended}.`;
  const sentences = [end, ...warnings.map(({ step, text }) => `Step ${step}: ${text}.`)];
  return htmlPage(
    'Plan',
    `<h1>What the run will do</h1>
<div${warnings.length === 0 ? '' : ' class="notice"'}>${sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('')}</div>
<p>From the controller that would drive the run and the law of the mean radius, with the second moment and the noise of
the gradient held at what is given. Nothing was trained.</p>
<div class="tables">${factTable('The gas', gas)}${factTable('Settings', settings)}</div>
${table(planRows(points))}
${allPoints('plan', points)}
${planPictures(points).map(pictureSection).join('\n')}`,
    planStyle,
  );
}

function table(rows: readonly (readonly string[])[]): string {
  const head = ['phase', 'step', ...planQuantities.map(({ symbol }) => symbol)]
    .map((name) => `<th scope="col">${escaped(name)}</th>`)
    .join('');
  const body = rows.map(([phase, ...cells]) => {
    const values = cells.map((cell) => `<td>${escaped(cell)}</td>`).join('');
    return `<tr><th scope="row">${escaped(phase ?? '')}</th>${values}</tr>`;
  });
  return `<table class="readings"><caption>Readings</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
