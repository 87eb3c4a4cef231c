import { lowTemperatureInternalEnergy } from '../../../physics/index.js';
import { toyModel } from '../../../simulator/study/index.js';
import { axisNumber } from '../axisNumber.js';
import { againstTemperature } from './againstTemperature.js';
import type { StudyPicture } from './studyPicture.js';

const { dimension } = toyModel;

/** U against T, with equipartition. */
export const energyPicture: StudyPicture = {
  title: 'Energy',
  caption: 'The mean loss U of each cell against its temperature; the line is U = R T, R = (d-1)/2 = 1.',
  draw: (protocols, document) =>
    againstTemperature(protocols, document, {
      title: energyPicture.title,
      y: { type: 'log', label: 'energy U', tickFormat: axisNumber, ticks: 4 },
      value: (cell) => cell.internalEnergy,
      theory: (temperature) => lowTemperatureInternalEnergy({ temperature, dimension }),
    }),
};
