import { colours } from '../colours.js';
import { drawAgainstSteps } from '../drawAgainstSteps.js';
import type { Picture } from '../picture.js';

/** The learning rate and the effective one against the step, on a log scale. */
export const learningRatePicture: Picture = {
  title: 'Learning rate',
  caption:
    'η is the rate of the weights as they are, η/r² that of their direction, which makes the temperature.',
  fields: ['learningRate', 'effectiveLearningRate'],
  draw: (points, document) =>
    drawAgainstSteps(points, document, {
      title: learningRatePicture.title,
      label: 'learning rate (per step)',
      scale: 'log',
      series: [
        { field: 'learningRate', name: 'η', colour: colours.first },
        { field: 'effectiveLearningRate', name: 'η/r²', colour: colours.second },
      ],
    }),
};
