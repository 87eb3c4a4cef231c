import { drawing, svgAttributes } from './drawing.js';
import type { Figure } from './figure.js';
import { tag } from './markup.js';
import { pagePalette, type Palette } from './palette.js';

/**
 * Draws a figure as the markup of one svg element, without its title, which its surroundings show. It needs no document, so
 * that a page and a report are drawn alike; text is escaped. It never throws: values without a place are left out, and told.
 *
 * @param palette default the CSS variables of the page around it
 */
export function drawFigure(figure: Figure, palette: Palette = pagePalette): string {
  const { width, height, content, words } = drawing(figure, palette);
  return tag('svg', svgAttributes(width, height), words, content);
}
