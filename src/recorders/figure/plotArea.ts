import { canvasOf } from './drawMark.js';
import type { Figure } from './figure.js';
import { layoutOf } from './layout.js';
import { pagePalette } from './palette.js';

/** Where the panels of a figure are that stand one above the other, in its pixels. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly toX: (value: number) => number;
  readonly fromX: (pixel: number) => number;
}

/** The plot area of a figure of one column, whose panels have their x axis in common. */
export function plotArea(figure: Figure): PlotArea {
  const { panels } = layoutOf(figure);
  const [first, last] = [panels[0]!, panels.at(-1)!];
  const { toX, fromX } = canvasOf(first.panel, first.frame, pagePalette);
  const { left, right, top } = first.frame;
  return { left, right, top, bottom: last.frame.bottom, toX, fromX };
}
