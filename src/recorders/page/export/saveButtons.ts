import { drawFigure } from '../figure/drawFigure.js';
import type { Figure } from '../figure/figure.js';
import { element } from '../panel/element.js';
import { pngOf, svgFileOf } from './pngOf.js';
import { saveFile } from './saveFile.js';

/** Buttons that save what is shown as a picture; `figure` gives it, or null while there is none. */
export function saveButtons(title: string, figure: () => Figure | null): HTMLElement {
  const save = async (kind: 'PNG' | 'SVG'): Promise<void> => {
    const shown = figure();
    if (shown === null) return;
    const svg = drawFigure(shown, document);
    saveFile(`${title}.${kind.toLowerCase()}`, kind === 'SVG' ? svgFileOf(svg) : await pngOf(svg));
  };
  const buttons = (['PNG', 'SVG'] as const).map((kind) => {
    const button = element('button', { type: 'button', 'aria-label': `Save ${title} as ${kind}` }, kind);
    button.addEventListener('click', () => void save(kind));
    return button;
  });
  return element('span', { class: 'thermo-save' }, ...buttons);
}
