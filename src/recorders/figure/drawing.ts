import { drawPanel } from './drawPanel.js';
import type { Figure } from './figure.js';
import { layoutOf } from './layout.js';
import { escaped, tag } from './markup.js';
import { omissions } from './omissions.js';
import type { Palette } from './palette.js';
import { drawText } from './text.js';

/** A figure in markup, before it is put into an svg element. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What is seen. */
  readonly content: string;
  /** What a screen reader says: title and description. */
  readonly words: string;
}

const line = 18;

/** Draws what is in a figure; what could not be drawn is told in a last line. */
export function drawing(figure: Figure, palette: Palette): Drawing {
  const { width, height, legend, panels } = layoutOf(figure);
  const missing = omissions(panels.map(({ panel }) => panel));
  const whole = height + (missing === null ? 0 : line);
  const note = missing === null ? '' : drawText(4, whole - 6, missing, { colour: 'muted' }, palette);
  const description = missing === null ? figure.description : `${figure.description} ${missing}`;
  return {
    width,
    height: whole,
    content: [...legend.draw(0, palette), ...panels.map((panel) => drawPanel(panel, palette)), note].join(''),
    words: `${tag('title', {}, escaped(figure.title))}${tag('desc', {}, escaped(description))}`,
  };
}

/** What every svg element of a figure has. */
export function svgAttributes(width: number, height: number): Readonly<Record<string, string | number>> {
  return {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'font-family': 'system-ui, sans-serif',
    'font-size': 12,
  };
}
