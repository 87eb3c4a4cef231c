import { colours } from './colours.js';
import { drawAgainstSteps } from './drawAgainstSteps.js';
import type { Picture } from './picture.js';
import { valuesOf } from './valuesOf.js';

/** p against the step; on a log scale as long as it is above 0. */
export const pressurePicture: Picture = {
  title: 'Pressure',
  caption:
    'p is the weight decay or, on a sphere, what the rescaling amounts to. Below 0 it drives an expansion faster than the noise would.',
  fields: ['pressure'],
  draw: (points, document) =>
    drawAgainstSteps(points, document, {
      title: pressurePicture.title,
      label: 'pressure p (per step and learning rate)',
      scale: valuesOf(points, 'pressure').every(({ value }) => value > 0) ? 'log' : 'linear',
      series: [{ field: 'pressure', name: 'p', colour: colours.first }],
    }),
};
