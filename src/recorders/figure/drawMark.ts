import type { Cells, Dots, Label, Line, Mark, Place, Rule, Stretch, Band } from './figure.js';
import type { FittedPanel } from './fit.js';
import type { Frame } from './layout.js';
import { escaped, pixels, tag } from './markup.js';
import type { Palette } from './palette.js';
import { hasPlace } from './range.js';
import { scaleOf, valueAt } from './scale.js';
import { drawText, textWidth } from './text.js';

/** Pixels between what an axis spans and the frame, so that nothing at its ends is cut. */
const inset = 5;
/** The same at the top where stretches have their names. */
const headroom = 21;

/** Where a panel is drawn, and in which colours. */
export interface Canvas {
  readonly frame: Frame;
  readonly palette: Palette;
  readonly toX: (value: number) => number;
  /** The value that stands at a pixel. */
  readonly fromX: (pixel: number) => number;
  readonly toY: (value: number) => number;
  /** Whether both have a place on the axes. */
  readonly has: (place: Place) => boolean;
}

/** The canvas of a panel in its frame. */
export function canvasOf({ x, y, marks }: FittedPanel, frame: Frame, palette: Palette): Canvas {
  const above = marks.some(({ kind }) => kind === 'stretch') ? headroom : inset;
  return {
    frame,
    palette,
    toX: scaleOf(x, frame.left + inset, frame.right - inset),
    fromX: valueAt(x, frame.left + inset, frame.right - inset),
    toY: scaleOf(y, frame.bottom - inset, frame.top + above),
    has: (place) => hasPlace(place[0], x.scale) && hasPlace(place[1], y.scale),
  };
}

/** Draws a mark. */
export function drawMark(mark: Mark, canvas: Canvas): string {
  switch (mark.kind) {
    case 'line':
      return drawLine(mark, canvas);
    case 'dots':
      return drawDots(mark, canvas);
    case 'band':
      return drawBand(mark, canvas);
    case 'rule':
      return drawRule(mark, canvas);
    case 'stretch':
      return drawStretch(mark, canvas);
    case 'label':
      return drawLabel(mark, canvas);
    case 'cells':
      return drawCells(mark, canvas);
  }
}

function at({ toX, toY }: Canvas, [x, y]: Place): string {
  return `${pixels(toX(x))} ${pixels(toY(y))}`;
}

/** A place without a neighbour is drawn as a point, which the round end of its stroke makes. */
function drawLine({ places, colour, width, dash, radius }: Line, canvas: Canvas): string {
  let before: 'break' | 'alone' | 'line' = 'break';
  const parts: string[] = [];
  for (const place of places) {
    if (place !== null && !canvas.has(place)) continue;
    if (place === null) {
      if (before === 'alone') parts.push('h0');
      before = 'break';
      continue;
    }
    parts.push(`${before === 'break' ? 'M' : 'L'}${at(canvas, place)}`);
    before = before === 'break' ? 'alone' : 'line';
  }
  if (before === 'alone') parts.push('h0');
  const isDot = !parts.some((part) => part.startsWith('L'));
  const line = stroke(parts.join(''), {
    stroke: canvas.palette[colour],
    'stroke-width': isDot ? 5 : width,
    'stroke-linejoin': 'round',
    ...(dash.length === 0 || isDot ? { 'stroke-linecap': 'round' } : { 'stroke-dasharray': dash.join(' ') }),
  });
  if (radius === undefined) return line;
  const dots = places.filter((place) => place !== null);
  return line + drawDots({ kind: 'dots', name: null, colour, places: dots, radius, opacity: 1 }, canvas);
}

/** All dots are one path of round ends: a hundredth of the markup that circles would take. */
function drawDots({ places, errors, colour, radius, opacity }: Dots, canvas: Canvas): string {
  const { frame, palette, toX, toY } = canvas;
  const inside = (y: number): number => Math.min(frame.bottom, Math.max(frame.top, y));
  const shown = places
    .map((place, i) => ({ place, error: errors?.[i] ?? NaN }))
    .filter(({ place }) => canvas.has(place));
  const bars = shown.map(({ place: [x, y], error }) => {
    if (!(error > 0 && error < Infinity)) return '';
    // On a log scale an error can reach below 0, which is at no place: down to the frame.
    const low = canvas.has([x, y - error]) ? toY(y - error) : frame.bottom;
    return `M${pixels(toX(x))} ${pixels(inside(low))}V${pixels(inside(toY(y + error)))}`;
  });
  const paint = { stroke: palette[colour], 'stroke-opacity': opacity };
  return [
    stroke(bars.join(''), { ...paint, 'stroke-width': 1 }),
    stroke(shown.map(({ place }) => `M${at(canvas, place)}h0`).join(''), {
      ...paint,
      'stroke-width': 2 * radius,
      'stroke-linecap': 'round',
    }),
  ].join('');
}

function stroke(d: string, attributes: Readonly<Record<string, string | number>>): string {
  return d === '' ? '' : tag('path', { d, fill: 'none', ...attributes });
}

function drawBand({ places, colour, opacity }: Band, canvas: Canvas): string {
  const { frame, palette, toX, toY } = canvas;
  const inside = (y: number): number => Math.min(frame.bottom, Math.max(frame.top, y));
  const shown = places.filter(([x, low, high]) => canvas.has([x, high]) && low <= high);
  if (shown.length === 0) return '';
  const upper = shown.map(([x, , high]) => `${pixels(toX(x))} ${pixels(inside(toY(high)))}`);
  const lower = shown.map(([x, low]) => {
    const y = canvas.has([x, low]) ? inside(toY(low)) : frame.bottom;
    return `${pixels(toX(x))} ${pixels(y)}`;
  });
  const d = `M${upper.join('L')}L${lower.toReversed().join('L')}Z`;
  return tag('path', { d, fill: palette[colour], 'fill-opacity': opacity });
}

function drawRule(
  { axis, at: value, colour, dash }: Rule,
  { frame, palette, toX, toY, has }: Canvas,
): string {
  if (!has([axis === 'x' ? value : 1, axis === 'y' ? value : 1])) return '';
  const d =
    axis === 'x'
      ? `M${pixels(toX(value))} ${pixels(frame.top)}V${pixels(frame.bottom)}`
      : `M${pixels(frame.left)} ${pixels(toY(value))}H${pixels(frame.right)}`;
  return stroke(d, {
    stroke: palette[colour],
    ...(dash.length === 0 ? {} : { 'stroke-dasharray': dash.join(' ') }),
  });
}

function drawStretch({ from, to, text, isShaded }: Stretch, { frame, palette, toX }: Canvas): string {
  const clamped = (x: number): number => Math.min(frame.right, Math.max(frame.left, toX(x)));
  const [left, right] = [clamped(from), clamped(to)];
  if (Number.isNaN(right - left)) return '';
  const { top, bottom } = frame;
  const shade = tag('rect', {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    fill: palette.muted,
    'fill-opacity': '0.1',
  });
  const name = drawText(
    (left + right) / 2,
    top + 14,
    text,
    { colour: 'muted', anchor: 'middle', hasHalo: true },
    palette,
  );
  return `${isShaded ? shade : ''}${right - left > textWidth(text) + 8 ? name : ''}`;
}

/** Above its place, or below where there is no room, and never beyond the frame's sides. */
function drawLabel({ at, text, colour }: Label, { frame, palette, toX, toY, has }: Canvas): string {
  if (!has(at)) return '';
  const [x, y] = [toX(at[0]), toY(at[1])];
  const half = textWidth(text) / 2;
  const middle = Math.min(frame.right - half, Math.max(frame.left + half, x));
  const height = y - frame.top > 24 ? y - 10 : y + 20;
  return drawText(middle, height, text, { colour, anchor: 'middle', hasHalo: true }, palette);
}

function drawCells({ cells, colour }: Cells, { palette, toX, toY, has }: Canvas): string {
  const drawn = cells.filter(({ x, y }) => has([x[0], y[0]]) && has([x[1], y[1]]));
  return drawn
    .map(({ x, y, opacity, text }) =>
      tag(
        'rect',
        {
          x: toX(x[0]) + 0.5,
          y: toY(y[1]) + 0.5,
          width: Math.max(1, toX(x[1]) - toX(x[0]) - 1),
          height: Math.max(1, toY(y[0]) - toY(y[1]) - 1),
          fill: palette[colour],
          'fill-opacity': opacity.toFixed(2),
        },
        ...(text === null ? [] : [tag('title', {}, escaped(text))]),
      ),
    )
    .join('');
}
