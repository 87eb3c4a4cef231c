import { drawFigure, type Figure, type Palette } from '../../figure/index.js';
import { planeFigure, type Plane } from '../../pictures/planes/index.js';
import { saveButtons } from '../export/saveButtons.js';
import { svgElementOf } from '../export/svgElementOf.js';
import type { Drawable } from '../panel/drawable.js';
import { element } from '../panel/element.js';
import { shownOf } from '../panel/shownOf.js';

/** A plane as a part of a panel. */
export function planeView(plane: Plane): Drawable {
  const place = element('div', { class: 'thermo-picture' });
  let shown: { readonly figure: Figure; readonly palette: Palette } | null = null;
  const figure = element(
    'figure',
    { class: 'thermo-chart' },
    element(
      'figcaption',
      {},
      element('strong', {}, plane.title),
      element('span', { class: 'thermo-unit' }, plane.caption),
      saveButtons(plane.title, () => shown),
    ),
    place,
  );
  return {
    element: figure,
    draw(view) {
      const drawn = planeFigure(plane, shownOf(view));
      shown = drawn === null ? null : { figure: drawn, palette: view.colours };
      figure.hidden = drawn === null;
      if (drawn !== null) place.replaceChildren(svgElementOf(drawFigure(drawn, view.colours)));
    },
  };
}
