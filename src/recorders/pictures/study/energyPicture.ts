import { lowTemperatureInternalEnergy } from '../../../physics/index.js';
import { toyModel } from '../../../simulator/study/index.js';
import { againstTemperature } from './againstTemperature.js';
import type { StudyPicture } from './studyPicture.js';

const { dimension } = toyModel;

/** U against T, with equipartition. */
export const energyPicture: StudyPicture = {
  title: 'Energy',
  caption: 'The mean loss U of each cell against its temperature; the line is U = R T, R = (d-1)/2 = 1.',
  figure: (protocols) =>
    againstTemperature(protocols, {
      title: energyPicture.title,
      y: { label: 'energy U (units of loss)', scale: 'log' },
      value: (cell) => cell.internalEnergy,
      error: (cell) => cell.internalEnergyError,
      theory: (temperature) => lowTemperatureInternalEnergy({ temperature, dimension }),
    }),
};
