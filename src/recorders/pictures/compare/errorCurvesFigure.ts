import type { Figure, Mark } from '../../figure/index.js';
import { errorBand, type Curve, type ErrorBand } from './errorBand.js';

/** A candidate with the curves of its runs. */
export interface ComparedCurves {
  readonly name: string;
  readonly runs: readonly { readonly curve: Curve }[];
}

/**
 * Test error against the step: a panel a candidate, the others behind it in grey.
 *
 * @returns null when no candidate has a run that was tested
 */
export function errorCurvesFigure(candidates: readonly ComparedCurves[]): Figure | null {
  const drawn = candidates
    .map(({ name, runs }) => ({ name, band: errorBand(runs.map(({ curve }) => curve)) }))
    .filter(({ band }) => band.length > 0);
  if (drawn.length === 0) return null;
  const ends = drawn.flatMap(({ band }) => band.flatMap(({ low, high }) => [low, high]));
  return {
    title: 'Test error',
    description: `Test error of ${drawn.map(({ name }) => name).join(', ')} against the step.`,
    columns: Math.min(3, drawn.length),
    size: { width: 880, panelHeight: 150 },
    x: { label: 'step', scale: 'linear' },
    y: {
      label: 'test error (share of images)',
      scale: 'log',
      domain: [Math.min(...ends) / 1.05, Math.max(...ends) * 1.05],
    },
    panels: drawn.map(({ name, band }, panel) => ({
      title: name,
      marks: [...drawn.filter((_, other) => other !== panel).map(({ band }) => behind(band)), ...own(band)],
    })),
  };
}

function behind(band: readonly ErrorBand[]): Mark {
  const places = band.map(({ step, mean }) => [step, mean] as const);
  return { kind: 'line', name: null, colour: 'line', width: 1.2, dash: [], places };
}

function own(band: readonly ErrorBand[]): readonly Mark[] {
  return [
    {
      kind: 'band',
      name: '± standard deviation over seeds',
      colour: 'series-1',
      opacity: 0.25,
      places: band.map(({ step, low, high }) => [step, low, high]),
    },
    {
      kind: 'line',
      name: 'mean test error',
      colour: 'series-1',
      width: 1.8,
      dash: [],
      places: band.map(({ step, mean }) => [step, mean]),
    },
  ];
}
