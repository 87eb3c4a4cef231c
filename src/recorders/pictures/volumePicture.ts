import { colours } from './colours.js';
import { drawAgainstSteps } from './drawAgainstSteps.js';
import type { Picture } from './picture.js';
import { scaleFor } from './scaleFor.js';

/** V against the step; on a log scale where it spans more than a factor of ten. */
export const volumePicture: Picture = {
  title: 'Volume',
  caption: 'V = r²/2, half the squared norm of the scale-invariant weights.',
  fields: ['volume'],
  draw: (points, document) =>
    drawAgainstSteps(points, document, {
      title: volumePicture.title,
      label: 'volume V (squared weights)',
      scale: scaleFor(points, 'volume'),
      series: [{ field: 'volume', name: 'V', colour: colours.first }],
    }),
};
