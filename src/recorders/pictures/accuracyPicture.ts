import { colours } from './colours.js';
import { drawAgainstSteps } from './drawAgainstSteps.js';
import type { Picture } from './picture.js';

/** Training and test accuracy against the step. */
export const accuracyPicture: Picture = {
  title: 'Accuracy',
  caption: 'The share of images that are classified rightly.',
  fields: ['testAccuracy', 'accuracy'],
  draw: (points, document) =>
    drawAgainstSteps(points, document, {
      title: accuracyPicture.title,
      label: 'accuracy (share of images)',
      scale: 'linear',
      series: [
        { field: 'accuracy', name: 'training', colour: colours.first },
        { field: 'testAccuracy', name: 'test', colour: colours.second },
      ],
    }),
};
