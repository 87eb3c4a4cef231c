import { axisNumber } from '../../pictures/axisNumber.js';
import type { Figure, FigureAxis, FigureLine } from './figure.js';
import { ticks } from './ticks.js';

const margin = { left: 62, right: 24, top: 44, bottom: 40 };
const rowHeight = 18;

/** Draws a figure as an svg element that needs nothing else. */
export function drawFigure(figure: Figure, document: Document): SVGSVGElement {
  const { width, height, x, y, colours } = figure;
  const right = width - margin.right;
  const bottom = height - margin.bottom;
  const legend = legendOf(figure, right);
  const top = margin.top + (legend.rows - 1) * rowHeight;
  const toX = scaleOf(x, margin.left, right);
  const toY = scaleOf(y, bottom, top);
  const make = maker(document);

  const svg = make('svg', {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-label': figure.description,
    'font-family': 'system-ui, sans-serif',
    'font-size': 12,
  }) as SVGSVGElement;
  svg.append(make('rect', { width, height, fill: colours.surface }));
  svg.append(make('text', { x: 8, y: 18, fill: colours.text, 'font-weight': 600 }, figure.title));
  for (const value of ticks(x.domain, x.scale, Math.floor(width / 90))) {
    const at = round(toX(value));
    svg.append(make('path', { d: `M${at} ${top}V${bottom}`, stroke: colours.line }));
    svg.append(
      make('text', { x: at, y: bottom + 16, fill: colours.text, 'text-anchor': 'middle' }, axisNumber(value)),
    );
  }
  for (const value of ticks(y.domain, y.scale, Math.floor(height / 50))) {
    const at = round(toY(value));
    svg.append(make('path', { d: `M${margin.left} ${at}H${right}`, stroke: colours.line }));
    svg.append(
      make(
        'text',
        { x: margin.left - 6, y: at + 4, fill: colours.text, 'text-anchor': 'end' },
        axisNumber(value),
      ),
    );
  }
  svg.append(make('text', { x: right, y: height - 6, fill: colours.text, 'text-anchor': 'end' }, x.label));
  svg.append(make('text', { x: 8, y: top - 8, fill: colours.text }, y.label));

  const inside = make('svg', {
    x: margin.left,
    y: top,
    width: right - margin.left,
    height: bottom - top,
    viewBox: `${margin.left} ${top} ${right - margin.left} ${bottom - top}`,
  });
  for (const line of figure.lines) {
    inside.append(
      make('path', {
        d: pathOf(line, toX, toY),
        fill: 'none',
        stroke: line.colour,
        'stroke-width': line.width,
        'stroke-dasharray': line.dash.join(' '),
        'stroke-linejoin': 'round',
      }),
    );
  }
  for (const { at, colour } of figure.dots) {
    inside.append(
      make('circle', {
        cx: round(toX(at[0])),
        cy: round(toY(at[1])),
        r: 5,
        fill: colour,
        stroke: colours.surface,
        'stroke-width': 1.5,
      }),
    );
  }
  svg.append(inside, ...legend.entries.flatMap((entry) => legendEntry(entry, colours.text, make)));
  return svg;
}

type Make = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
) => SVGElement;

function maker(document: Document): Make {
  return (name, attributes, text) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text !== undefined) element.textContent = text;
    return element;
  };
}

interface LegendEntry {
  readonly line: FigureLine;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Where names and strokes of the lines go: from beside the title on, in as many rows as they need. */
function legendOf({ title, lines }: Figure, right: number): { rows: number; entries: LegendEntry[] } {
  const start = 24 + 8 * title.length;
  let x = start;
  let row = 0;
  const entries: LegendEntry[] = [];
  for (const line of lines) {
    if (line.name === null) continue;
    const width = 7 * line.name.length + 34;
    if (x + width > right && x > start) {
      x = start;
      row += 1;
    }
    entries.push({ line, name: line.name, x, y: 14 + row * rowHeight });
    x += width;
  }
  return { rows: row + 1, entries };
}

function legendEntry({ line, name, x, y }: LegendEntry, text: string, make: Make): SVGElement[] {
  return [
    make('path', {
      d: `M${x} ${y}h20`,
      stroke: line.colour,
      'stroke-width': line.width,
      'stroke-dasharray': line.dash.join(' '),
    }),
    make('text', { x: x + 25, y: y + 4, fill: text }, name),
  ];
}

function scaleOf({ scale, domain }: FigureAxis, start: number, end: number): (value: number) => number {
  const map = scale === 'log' ? Math.log : (value: number): number => value;
  const from = map(domain[0]);
  const span = map(domain[1]) - from || 1;
  return (value) => start + ((map(value) - from) / span) * (end - start);
}

function pathOf(
  { points }: FigureLine,
  toX: (value: number) => number,
  toY: (value: number) => number,
): string {
  let isBroken = true;
  const parts: string[] = [];
  for (const point of points) {
    if (point !== null) parts.push(`${isBroken ? 'M' : 'L'}${round(toX(point[0]))} ${round(toY(point[1]))}`);
    isBroken = point === null;
  }
  return parts.join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
