import type { Plan, PlanPhase } from '../control/index.js';
import { planQuantities, planRows } from '../recorders/node.js';
import { textTable } from './textTable.js';

/** A plan as lines of text: the table, a line a phase, the warnings. */
export function planLines({ points, phases, warnings, ended }: Plan): string {
  const head = ['phase', 'step', ...planQuantities.map(({ symbol }) => symbol)];
  return [
    textTable(head, planRows(points)),
    ...phases.map(phaseLine),
    ...(ended === null ? [] : [`the process ends at step ${ended}\n`]),
    ...warnings.map(({ step, text }) => `warning, step ${step}: ${text}\n`),
  ].join('');
}

function phaseLine({ name, from, to, relaxationTime }: PlanPhase): string {
  const time =
    relaxationTime === 0
      ? 'the volume is prescribed'
      : Number.isFinite(relaxationTime)
        ? `the volume relaxes in up to ${Math.round(relaxationTime)} steps`
        : 'nothing brings the volume into equilibrium';
  return `${name}: steps ${from} to ${to}, ${time}\n`;
}
