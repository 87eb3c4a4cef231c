import type { Colour, Palette } from './palette.js';
import { escaped, tag } from './markup.js';
import { withSubscripts } from './subscripts.js';

/** Pixels that a letter takes on average in 12 pixels' system-ui; no font is at hand to measure. */
const letter = 6.5;

/** How wide a text will be, about. */
export function textWidth(text: string): number {
  return letter * [...withSubscripts(text, (letters) => letters)].length;
}

/** A text cut in its middle to about a width. */
export function shortened(text: string, width: number): string {
  const letters = [...text];
  const most = Math.floor(width / letter) - 1;
  if (letters.length <= most) return text;
  const half = Math.max(1, Math.floor(most / 2));
  return `${letters.slice(0, half).join('')}…${letters.slice(-half).join('')}`;
}

/** How a text is set. */
export interface TextStyle {
  readonly colour: Colour;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly isStrong?: boolean;
  /** Ringed in the colour of the surface, so that it can be read on what it stands on. */
  readonly hasHalo?: boolean;
}

/** A text at a place, its subscripts set as such: T_tot. */
export function drawText(x: number, y: number, text: string, style: TextStyle, palette: Palette): string {
  const { colour, anchor = 'start', isStrong = false, hasHalo = false } = style;
  const halo = {
    stroke: palette.surface,
    'stroke-width': 3,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  };
  return tag(
    'text',
    {
      x,
      y,
      fill: palette[colour],
      ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
      ...(isStrong ? { 'font-weight': 600 } : {}),
      ...(hasHalo ? halo : {}),
    },
    // The empty space after a subscript brings the text back to its line.
    withSubscripts(
      escaped(text),
      (letters) => `<tspan dy="3" font-size="9">${letters}</tspan><tspan dy="-3">\u200B</tspan>`,
    ),
  );
}
