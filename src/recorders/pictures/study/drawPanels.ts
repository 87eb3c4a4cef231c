import * as Plot from '@observablehq/plot';
import { accessible } from '../accessible.js';
import { axisNumber } from '../axisNumber.js';

/** Panels side by side on common axes. */
export interface Panels {
  /** What the picture shows. */
  readonly title: string;
  /** The panels' names in their order: the values of the marks' `fx`. */
  readonly names: readonly string[];
  readonly x: Plot.ScaleOptions;
  readonly y: Plot.ScaleOptions;
  readonly marks: readonly Plot.Markish[];
}

/** Draws panels as one svg element; null when there are none. */
export function drawPanels(document: Document, { title, names, x, y, marks }: Panels): Element | null {
  if (names.length === 0) return null;
  const svg = Plot.plot({
    document,
    width: 720,
    height: names.length === 1 ? 360 : 300,
    marginTop: 48,
    marginLeft: 62,
    marginBottom: 38,
    inset: 6,
    style: { fontSize: '12px', background: 'none' },
    fx: { domain: [...names], label: null, padding: 0.06 },
    x: { ticks: 3, grid: true, tickFormat: axisNumber, ...x },
    y: { grid: true, tickFormat: axisNumber, ...y },
    marks: [...marks],
  });
  return accessible(svg, `${title}: ${names.join(', ').replaceAll('\n', ' ')}`, document);
}
