import { lowTemperatureDirectionEntropy } from '../../../physics/index.js';
import { toyModel } from '../../../simulator/study/index.js';
import { againstTemperature } from './againstTemperature.js';
import type { StudyPicture } from './studyPicture.js';

const { dimension } = toyModel;

/** The direction's entropy against T, with its low-temperature law. */
export const directionEntropyPicture: StudyPicture = {
  title: 'Entropy of the direction',
  caption:
    'The entropy of w/|w| of each cell, by nearest neighbours of its newest weights, against its temperature; the line is R ln(2πeT).',
  figure: (protocols) =>
    againstTemperature(protocols, {
      title: directionEntropyPicture.title,
      y: { label: 'S of the direction (nats)', scale: 'linear' },
      value: (cell) => cell.directionEntropy,
      error: (cell) => cell.directionEntropyError,
      theory: (temperature) => lowTemperatureDirectionEntropy({ temperature, dimension }),
    }),
};
