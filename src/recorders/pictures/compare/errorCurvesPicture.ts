import * as Plot from '@observablehq/plot';
import { accessible } from '../accessible.js';
import { axisNumber } from '../axisNumber.js';
import { colours } from '../colours.js';
import { errorBand, type Curve, type ErrorBand } from './errorBand.js';

/** A candidate with the curves of its runs. */
export interface ComparedCurves {
  readonly name: string;
  readonly runs: readonly { readonly curve: Curve }[];
}

/** Panels side by side. */
const across = 3;
const panelHeight = 170;

/** Test error against the step: a panel a candidate, the others behind it in grey. */
export const errorCurvesPicture = {
  title: 'Test error',
  caption:
    'The share of test images that are classified wrongly: the mean over the seeds of the panel’s candidate with a band of one standard deviation to either side, and behind it the means of all others.',
  /**
   * Draws the curves as one svg element.
   * @returns null when no candidate has a run that was tested.
   */
  draw(candidates: readonly ComparedCurves[], document: Document): Element | null {
    const drawn = candidates
      .map(({ name, runs }) => ({ name, band: errorBand(runs.map(({ curve }) => curve)) }))
      .filter(({ band }) => band.length > 0);
    if (drawn.length === 0) return null;
    const own = drawn.flatMap(({ name, band }, panel) => rows(band, name, panel));
    // The others are in every panel but their own; `z` keeps their lines apart.
    const others = drawn.flatMap((_, panel) =>
      drawn.flatMap(({ name, band }, other) => (other === panel ? [] : rows(band, name, panel))),
    );
    const facets = { fx: 'column', fy: 'row' } as const;
    const svg = Plot.plot({
      document,
      width: 720,
      height: 90 + panelHeight * Math.ceil(drawn.length / across),
      marginTop: 52,
      marginLeft: 52,
      marginBottom: 38,
      inset: 4,
      style: { fontSize: '12px', background: 'none' },
      fx: { axis: null, padding: 0.06 },
      fy: { axis: null, padding: 0.16 },
      x: { label: 'step', ticks: 3, tickFormat: axisNumber },
      y: {
        type: 'log',
        label: 'test error (share of images)',
        grid: true,
        ticks: ticksOf(own),
        tickFormat: axisNumber,
      },
      marks: [
        Plot.line(others, {
          ...facets,
          x: 'step',
          y: 'mean',
          z: 'name',
          stroke: colours.muted,
          strokeOpacity: 0.35,
        }),
        Plot.areaY(own, {
          ...facets,
          x: 'step',
          y1: 'low',
          y2: 'high',
          fill: colours.first,
          fillOpacity: 0.25,
        }),
        Plot.line(own, { ...facets, x: 'step', y: 'mean', stroke: colours.first, strokeWidth: 1.8 }),
        Plot.text(
          drawn.map(({ name }, panel) => ({ name, ...placeOf(panel) })),
          { ...facets, text: 'name', frameAnchor: 'top-left', dy: -13, fontWeight: 600 },
        ),
      ],
    });
    return accessible(
      svg,
      `Test error of ${drawn.map(({ name }) => name).join(', ')} against the step`,
      document,
    );
  },
};

/** 1, 2 and 5 times the powers of ten that the bands span: a log scale of less than a decade would else have one label. */
function ticksOf(bands: readonly ErrorBand[]): readonly number[] {
  const least = Math.min(...bands.map(({ low }) => low));
  const greatest = Math.max(...bands.map(({ high }) => high));
  return [-4, -3, -2, -1]
    .flatMap((power) => [1, 2, 5].map((factor) => Number(`${factor}e${power}`)))
    .filter((tick) => tick >= least && tick <= greatest);
}

function rows(band: readonly ErrorBand[], name: string, panel: number) {
  return band.map((errors) => ({ ...errors, name, ...placeOf(panel) }));
}

function placeOf(panel: number) {
  return { column: panel % across, row: Math.floor(panel / across) };
}
