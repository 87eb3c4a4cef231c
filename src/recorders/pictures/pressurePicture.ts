import { colours } from './colours.js';
import { drawAgainstSteps } from './drawAgainstSteps.js';
import type { Picture } from './picture.js';
import { scaleFor } from './scaleFor.js';

/** p against the step; on a log scale where it stays above 0 and spans more than a factor of ten. */
export const pressurePicture: Picture = {
  title: 'Pressure',
  caption:
    'p is the weight decay or, on a sphere, what the rescaling amounts to. Below 0 it drives an expansion faster than the noise would.',
  fields: ['pressure'],
  draw: (points, document) =>
    drawAgainstSteps(points, document, {
      title: pressurePicture.title,
      label: 'pressure p (per step and learning rate)',
      scale: scaleFor(points, 'pressure'),
      series: [{ field: 'pressure', name: 'p', colour: colours.first }],
    }),
};
