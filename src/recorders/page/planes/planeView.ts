import { saveButtons } from '../export/saveButtons.js';
import { drawFigure } from '../figure/drawFigure.js';
import type { Figure } from '../figure/figure.js';
import type { Drawable } from '../panel/drawable.js';
import { element } from '../panel/element.js';
import { planeFigure, type Plane } from './plane.js';

/** A plane as a part of a panel. */
export function planeView(plane: Plane): Drawable {
  const place = element('div', { class: 'thermo-plane' });
  let shown: Figure | null = null;
  const figure = element(
    'figure',
    { class: 'thermo-chart' },
    element(
      'figcaption',
      {},
      element('span', {}, plane.caption),
      saveButtons(plane.title, () => shown),
    ),
    place,
  );
  return {
    element: figure,
    draw(view) {
      shown = planeFigure(plane, view);
      figure.hidden = shown === null;
      if (shown !== null) place.replaceChildren(drawFigure(shown, document));
    },
  };
}
