import { figureFile, type Figure, type Palette } from '../../figure/index.js';
import { element } from '../panel/element.js';
import { pngOf } from './pngOf.js';
import { saveFile } from './saveFile.js';

/** Buttons that save what is shown as a picture; `shown` gives it with its colours, or null while there is none. */
export function saveButtons(
  title: string,
  shown: () => { readonly figure: Figure; readonly palette: Palette } | null,
): HTMLElement {
  const save = async (kind: 'PNG' | 'SVG'): Promise<void> => {
    const now = shown();
    if (now === null) return;
    const svg = new Blob([figureFile(now.figure, now.palette)], { type: 'image/svg+xml' });
    saveFile(`${title}.${kind.toLowerCase()}`, kind === 'SVG' ? svg : await pngOf(svg));
  };
  const buttons = (['PNG', 'SVG'] as const).map((kind) => {
    const button = element('button', { type: 'button', 'aria-label': `Save ${title} as ${kind}` }, kind);
    button.addEventListener('click', () => void save(kind));
    return button;
  });
  return element('span', { class: 'thermo-save' }, ...buttons);
}
