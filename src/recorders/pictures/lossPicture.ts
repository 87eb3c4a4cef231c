import { colours } from './colours.js';
import { drawAgainstSteps } from './drawAgainstSteps.js';
import type { Picture } from './picture.js';

/** Training and test loss against the step, on a log scale. */
export const lossPicture: Picture = {
  title: 'Loss',
  caption:
    'The mean loss of the training batches between two readings, and that of the test set where it was measured.',
  fields: ['loss', 'testLoss'],
  draw: (points, document) =>
    drawAgainstSteps(points, document, {
      title: lossPicture.title,
      label: 'loss (nats)',
      scale: 'log',
      series: [
        { field: 'loss', name: 'training', colour: colours.first },
        { field: 'testLoss', name: 'test', colour: colours.second },
      ],
    }),
};
