import { colours } from '../colours.js';
import { drawAgainstSteps } from '../drawAgainstSteps.js';
import type { Picture } from '../picture.js';
import { scaleFor } from '../scaleFor.js';

/** The weight decay against the step; on a log scale where it stays above 0 and spans more than a factor of ten. */
export const weightDecayPicture: Picture = {
  title: 'Weight decay',
  caption: 'λ as the optimizer is told; there is none where the radius itself is prescribed.',
  fields: ['weightDecay'],
  draw: (points, document) =>
    drawAgainstSteps(points, document, {
      title: weightDecayPicture.title,
      label: 'weight decay λ (per step and learning rate)',
      scale: scaleFor(points, 'weightDecay'),
      series: [{ field: 'weightDecay', name: 'λ', colour: colours.first }],
    }),
};
