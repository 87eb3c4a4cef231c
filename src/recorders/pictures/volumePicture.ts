import { colours } from './colours.js';
import { drawAgainstSteps } from './drawAgainstSteps.js';
import type { Picture } from './picture.js';

/** V against the step. */
export const volumePicture: Picture = {
  title: 'Volume',
  caption: 'V = r²/2, half the squared norm of the scale-invariant weights.',
  fields: ['volume'],
  draw: (points, document) =>
    drawAgainstSteps(points, document, {
      title: volumePicture.title,
      label: 'volume V (squared weights)',
      scale: 'linear',
      series: [{ field: 'volume', name: 'V', colour: colours.first }],
    }),
};
