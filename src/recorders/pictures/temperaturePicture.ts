import { colours } from './colours.js';
import { drawAgainstSteps } from './drawAgainstSteps.js';
import type { Picture } from './picture.js';

/** T and T_tot against the step, on a log scale. */
export const temperaturePicture: Picture = {
  title: 'Temperature',
  caption:
    'T counts the noise of the batch gradient alone, T_tot its whole second moment. The closer the two, the more the training behaves as an ideal gas.',
  fields: ['totalTemperature', 'temperature'],
  draw: (points, document) =>
    drawAgainstSteps(points, document, {
      title: temperaturePicture.title,
      label: 'temperature (units of loss)',
      scale: 'log',
      series: [
        { field: 'temperature', name: 'T', colour: colours.first },
        { field: 'totalTemperature', name: 'T_tot', colour: colours.second },
      ],
    }),
};
