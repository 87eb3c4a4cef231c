import { axisNumber } from './axisNumber.js';
import type { Figure } from './figure.js';
import { fitPanels, type FittedPanel } from './fit.js';
import { legendsOf, placeLegend, type PlacedLegend } from './legend.js';
import type { FittedAxis } from './scale.js';
import { textWidth } from './text.js';
import { ticks } from './ticks.js';

/** A rectangle, in CSS pixels. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A mark at an axis. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** A panel in its place. */
export interface PlacedPanel {
  readonly panel: FittedPanel;
  readonly frame: Frame;
  /** Where its header begins: title, legend and label, a row each. */
  readonly top: number;
  readonly legend: PlacedLegend;
  readonly ticks: { readonly x: readonly Tick[]; readonly y: readonly Tick[] };
  /** Which of its axes is labelled: those in common are at the outer panels alone. */
  readonly hasNumbers: { readonly x: boolean; readonly y: boolean };
  readonly hasLabel: { readonly x: boolean; readonly y: boolean };
}

/** Where everything of a figure goes. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly legend: PlacedLegend;
  readonly panels: readonly PlacedPanel[];
}

const line = 18;
const gap = 16;
const edge = 12;

/** Gives the panels of a figure their places. Legends and labels have rows of their own, so that they cover nothing. */
export function layoutOf(figure: Figure): Layout {
  const { size, columns } = figure;
  const panels = fitPanels(figure);
  const legends = legendsOf(figure);
  const inner = size.width / columns;
  const marks = panels.map((panel, i) => ({
    x: ticksOf(panel.x, Math.max(2, Math.floor(inner / 75))),
    y: ticksOf(panel.y, Math.max(2, Math.floor(size.panelHeight / 40))),
    ownX: figure.panels[i]!.x !== undefined,
    ownY: figure.panels[i]!.y !== undefined,
  }));
  const numbersWidth = Math.max(52, ...marks.flatMap(({ y }) => y.map(({ text }) => textWidth(text) + 12)));
  // With y axes of their own, all columns get room for numbers; else the first alone.
  const ownNumbers = marks.some(({ ownY }) => ownY) ? numbersWidth : 0;
  const between = Math.max(gap, ownNumbers);
  const frameWidth = (size.width - numbersWidth - edge - (columns - 1) * between) / columns;

  const legend = placeLegend(legends.common, numbersWidth, size.width - edge);
  const placed: PlacedPanel[] = [];
  let y = legend.height + (legend.height > 0 ? 6 : 0);
  for (let first = 0; first < panels.length; first += columns) {
    const row = panels.slice(first, first + columns).map((panel, column) => {
      const i = first + column;
      const left = numbersWidth + column * (frameWidth + between);
      const { ownX, ownY } = marks[i]!;
      return {
        panel,
        left,
        ticks: marks[i]!,
        legend: placeLegend(legends.ofPanel(panel), left, left + frameWidth),
        hasNumbers: { x: ownX || i + columns >= panels.length, y: ownY || column === 0 },
        hasLabel: { x: ownX || i + columns >= panels.length, y: ownY || i === 0 },
      };
    });
    const header = Math.max(
      ...row.map(
        ({ panel, legend, hasLabel }) =>
          (panel.title === null ? 0 : line) + legend.height + (hasLabel.y ? line : 0),
      ),
    );
    const footer = row.some(({ hasLabel }) => hasLabel.x) ? 2 * line + 2 : 0;
    const top = y + header + 4;
    for (const { left, ...rest } of row) {
      const frame = { left, right: left + frameWidth, top, bottom: top + size.panelHeight };
      placed.push({ ...rest, frame, top: y });
    }
    y = top + size.panelHeight + footer + gap / 2;
  }
  return { width: size.width, height: Math.ceil(y), legend, panels: placed };
}

function ticksOf(axis: FittedAxis, wanted: number): readonly Tick[] {
  const { domain, scale, ticks: given } = axis;
  if (given !== undefined) return given.filter(({ at }) => at >= domain[0] && at <= domain[1]);
  return ticks(domain, scale, wanted).map((at) => ({ at, text: axisNumber(at) }));
}
