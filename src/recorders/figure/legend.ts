import type { Figure, Mark, Panel } from './figure.js';
import { tag } from './markup.js';
import type { Palette } from './palette.js';
import { drawText, textWidth } from './text.js';

/** A mark that has a name. */
export type NamedMark = Exclude<Mark, { kind: 'stretch' | 'label' }>;

/** The legends of a figure. */
export interface Legends {
  /** Of all panels together; empty where each has its own. */
  readonly common: readonly NamedMark[];
  readonly ofPanel: (panel: Panel) => readonly NamedMark[];
}

const noLegends: Legends = { common: [], ofPanel: () => [] };

/** One legend for all panels, unless two things in it would look the same: then one for each panel. */
export function legendsOf({ panels, y, hasLegend = true }: Figure): Legends {
  if (!hasLegend) return noLegends;
  const all = distinct(panels.flatMap(({ marks }) => marks));
  // A name that its axis bears already needs no legend.
  if (all.length === 1 && y.label.includes(all[0]!.name!)) return noLegends;
  const isPlain = new Set(all.map(lookOf)).size === all.length;
  return isPlain
    ? { common: all, ofPanel: () => [] }
    : { common: [], ofPanel: ({ marks }) => distinct(marks) };
}

function distinct(marks: readonly Mark[]): readonly NamedMark[] {
  const named = marks.filter((mark) => 'name' in mark && mark.name !== null) as readonly NamedMark[];
  return [...new Map(named.map((mark) => [`${mark.name} ${lookOf(mark)}`, mark])).values()];
}

function lookOf(mark: NamedMark): string {
  return [mark.kind, mark.colour, 'dash' in mark ? mark.dash : ''].join(' ');
}

const rowHeight = 18;
const keyWidth = 22;

/** A legend that has its places. */
export interface PlacedLegend {
  readonly height: number;
  readonly draw: (top: number, palette: Palette) => readonly string[];
}

/** Gives the entries of a legend their places between two edges, in as many rows as they need. */
export function placeLegend(marks: readonly NamedMark[], left: number, right: number): PlacedLegend {
  let x = left;
  let row = 0;
  const entries = marks.map((mark) => {
    const width = keyWidth + 6 + textWidth(mark.name!) + 14;
    if (x + width - 14 > right && x > left) {
      x = left;
      row += 1;
    }
    const entry = { mark, x, y: row * rowHeight + 9 };
    x += width;
    return entry;
  });
  return {
    height: marks.length === 0 ? 0 : (row + 1) * rowHeight,
    draw: (top, palette) =>
      entries.flatMap(({ mark, x, y }) => [
        drawKey(mark, x, top + y, palette),
        drawText(x + keyWidth + 6, top + y + 4, mark.name!, { colour: 'text' }, palette),
      ]),
  };
}

function drawKey(mark: NamedMark, x: number, y: number, palette: Palette): string {
  const colour = palette[mark.colour];
  if (mark.kind === 'dots')
    return tag('circle', { cx: x + keyWidth / 2, cy: y, r: Math.max(2.5, mark.radius), fill: colour });
  if (mark.kind === 'band' || mark.kind === 'cells') {
    const opacity = mark.kind === 'band' ? mark.opacity : 1;
    return tag('rect', {
      x: x + 4,
      y: y - 5,
      width: keyWidth - 8,
      height: 10,
      fill: colour,
      'fill-opacity': opacity,
    });
  }
  const width = mark.kind === 'rule' ? 1 : Math.max(1, mark.width);
  const dash = mark.dash.length === 0 ? {} : { 'stroke-dasharray': mark.dash.join(' ') };
  return tag('path', { d: `M${x} ${y}h${keyWidth}`, stroke: colour, 'stroke-width': width, ...dash });
}
