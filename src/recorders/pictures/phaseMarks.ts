import * as Plot from '@observablehq/plot';
import type { Point } from '../../control/index.js';
import { colours } from './colours.js';
import { phasesOf } from './phasesOf.js';

/** The share of a picture's width that one letter of a phase's name takes. */
const letterWidth = 0.011;

/** Every other phase shaded, each with its name at the top of the frame where it is wide enough for it. */
export function phaseMarks(points: readonly Point[]): Plot.Markish[] {
  const phases = phasesOf(points);
  const span = (points.at(-1)?.step ?? 0) - (points[0]?.step ?? 0);
  return [
    Plot.rectX(
      phases.filter((_, i) => i % 2 === 1),
      { x1: 'from', x2: 'to', fill: colours.shade, fillOpacity: 0.13, ariaHidden: 'true' },
    ),
    Plot.text(
      phases.filter(({ phase, from, to }) => to - from >= letterWidth * phase.length * span),
      {
        x: ({ from, to }) => (from + to) / 2,
        frameAnchor: 'top',
        dy: 5,
        text: 'phase',
        fill: colours.muted,
        stroke: colours.surface,
        strokeWidth: 3,
      },
    ),
  ];
}
