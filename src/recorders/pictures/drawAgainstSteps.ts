import * as Plot from '@observablehq/plot';
import type { Point } from '../../control/index.js';
import { accessible } from './accessible.js';
import { axisNumber } from './axisNumber.js';
import { domainOf } from './domainOf.js';
import { legendMarks } from './legendMarks.js';
import { phaseMarks } from './phaseMarks.js';
import { thin } from './thin.js';
import { valuesOf } from './valuesOf.js';

/** What is drawn against the steps of a run, and how. */
export interface AgainstSteps {
  readonly title: string;
  /** The label of the upright axis: the quantity and its unit. */
  readonly label: string;
  /** On a log scale, values of 0 and below are passed over. */
  readonly scale: 'linear' | 'log';
  readonly series: readonly { readonly field: string; readonly name: string; readonly colour: string }[];
  /** Values the axis must span besides those drawn. */
  readonly include?: readonly number[];
  /** Drawn beneath the series. */
  readonly beneath?: readonly Plot.Markish[];
}

/** Draws fields against the step, phases shaded; null when no field has a value that can be drawn. */
export function drawAgainstSteps(
  points: readonly Point[],
  document: Document,
  what: AgainstSteps,
): Element | null {
  const { title, label, scale, include = [], beneath = [] } = what;
  const series = what.series
    .map((one) => ({ ...one, values: drawable(points, one.field, scale) }))
    .filter(({ values }) => values.length > 0);
  if (series.length === 0) return null;
  const all = [...series.flatMap(({ values }) => values.map(({ value }) => value)), ...include];
  const svg = Plot.plot({
    document,
    width: 720,
    height: 320,
    marginTop: 36,
    marginLeft: 62,
    marginBottom: 38,
    insetTop: 20,
    insetBottom: 4,
    style: { fontSize: '12px', background: 'none' },
    x: { label: 'step', domain: [points[0]!.step, points.at(-1)!.step], tickFormat: axisNumber },
    y: {
      label,
      type: scale,
      domain: domainOf(all, scale),
      grid: true,
      nice: scale === 'linear',
      tickFormat: axisNumber,
    },
    marks: [
      ...phaseMarks(points),
      ...beneath,
      ...series.map(({ values, colour }) =>
        values.length === 1
          ? Plot.dot(values, { x: 'step', y: 'value', fill: colour })
          : Plot.line(values, { x: 'step', y: 'value', stroke: colour, strokeWidth: 1.6 }),
      ),
      ...legendMarks(series),
    ],
  });
  const span = `steps ${points[0]!.step} to ${points.at(-1)!.step}`;
  return accessible(svg, `${title}: ${series.map(({ name }) => name).join(' and ')} over ${span}`, document);
}

function drawable(points: readonly Point[], field: string, scale: 'linear' | 'log') {
  const values = valuesOf(points, field);
  return thin(scale === 'log' ? values.filter(({ value }) => value > 0) : values);
}
