import { drawing, svgAttributes } from './drawing.js';
import type { Figure } from './figure.js';
import { tag } from './markup.js';
import { palettes, type Palette } from './palette.js';
import { drawText } from './text.js';

const margin = 14;
const heading = 24;

/** A figure as an SVG file that stands alone: under its title, on a surface, in colours that every program knows. */
export function figureFile(figure: Figure, palette: Palette = palettes.light): string {
  const inner = drawing(figure, palette);
  const [width, height] = [inner.width + 2 * margin, inner.height + 2 * margin + heading];
  return tag(
    'svg',
    svgAttributes(width, height),
    inner.words,
    tag('rect', { width, height, fill: palette.surface }),
    drawText(margin, margin + 12, figure.title, { colour: 'text', isStrong: true }, palette),
    tag('g', { transform: `translate(${margin} ${margin + heading})` }, inner.content),
  );
}
