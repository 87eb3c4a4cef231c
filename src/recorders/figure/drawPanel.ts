import { canvasOf, drawMark, type Canvas } from './drawMark.js';
import type { PlacedPanel } from './layout.js';
import { tag } from './markup.js';
import type { Palette } from './palette.js';
import { drawText, shortened } from './text.js';

/** Draws a panel: title, legend, axes, and inside of the frame what is marked. */
export function drawPanel(placed: PlacedPanel, palette: Palette): string {
  const { panel, frame, legend } = placed;
  const canvas = canvasOf(panel, frame, palette);
  const { left, right, top, bottom } = frame;
  const [width, height] = [right - left, bottom - top];
  const title =
    panel.title === null
      ? ''
      : drawText(
          left,
          placed.top + 13,
          shortened(panel.title, width),
          { colour: 'text', isStrong: true },
          palette,
        );
  const key = legend.draw(placed.top + (panel.title === null ? 0 : 18), palette);
  return tag(
    'g',
    {},
    title,
    ...key,
    ...drawAxes(placed, canvas),
    // An svg of its own cuts off at the frame, without an id that could meet another one in the page.
    tag(
      'svg',
      {
        x: left,
        y: top,
        width,
        height,
        viewBox: [left, top, width, height].map((n) => n.toFixed(1)).join(' '),
      },
      ...panel.marks.map((mark) => drawMark(mark, canvas)),
    ),
    tag('path', { d: `M${left.toFixed(1)} ${bottom.toFixed(1)}h${width.toFixed(1)}`, stroke: palette.muted }),
  );
}

function drawAxes({ panel, frame, ticks, hasNumbers, hasLabel }: PlacedPanel, canvas: Canvas): string[] {
  const { left, right, top, bottom } = frame;
  const { toX, toY, palette } = canvas;
  const grid = [
    ...ticks.x.map(({ at }) => `M${toX(at).toFixed(1)} ${top.toFixed(1)}V${bottom.toFixed(1)}`),
    ...ticks.y.map(({ at }) => `M${left.toFixed(1)} ${toY(at).toFixed(1)}H${right.toFixed(1)}`),
  ];
  const number = (x: number, y: number, text: string, anchor: 'middle' | 'end'): string =>
    drawText(x, y, text, { colour: 'text', anchor }, palette);
  return [
    tag('path', { d: grid.join(''), fill: 'none', stroke: palette.line }),
    ...(hasNumbers.x ? ticks.x.map(({ at, text }) => number(toX(at), bottom + 16, text, 'middle')) : []),
    ...(hasNumbers.y ? ticks.y.map(({ at, text }) => number(left - 7, toY(at) + 4, text, 'end')) : []),
    ...(hasLabel.x
      ? [drawText(right, bottom + 33, panel.x.label, { colour: 'muted', anchor: 'end' }, palette)]
      : []),
    ...(hasLabel.y ? [drawText(left, top - 9, panel.y.label, { colour: 'muted' }, palette)] : []),
  ];
}
