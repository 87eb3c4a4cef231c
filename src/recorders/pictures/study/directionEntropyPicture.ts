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
  draw: (protocols, document) =>
    againstTemperature(protocols, document, {
      title: directionEntropyPicture.title,
      y: { label: 'S of the direction (nats)' },
      value: (cell) => cell.directionEntropy,
      theory: (temperature) => lowTemperatureDirectionEntropy({ temperature, dimension }),
    }),
};
