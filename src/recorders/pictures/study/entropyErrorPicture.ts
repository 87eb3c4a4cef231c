import { lowTemperatureDirectionEntropy, gasConstant } from '../../../physics/index.js';
import { directionTemperature, toyModel } from '../../../simulator/study/index.js';
import { againstTemperature } from './againstTemperature.js';
import type { StudyPicture } from './studyPicture.js';

const { dimension, deviation } = toyModel;

/** The direction's entropy less its low-temperature law. */
export const entropyErrorPicture: StudyPicture = {
  title: 'Entropy less its law',
  caption:
    'The same, less R ln(2πeT). Hot cells rise with the heat of their finite steps, the coloured line; the coldest fall below, as a thousand weights in 50,000 steps are there only some tens of independent ones.',
  figure: (protocols) =>
    againstTemperature(protocols, {
      title: entropyErrorPicture.title,
      y: { label: 'S - R ln(2πeT) (nats)', scale: 'linear' },
      value: (cell) =>
        cell.directionEntropy - lowTemperatureDirectionEntropy({ temperature: cell.temperature, dimension }),
      error: (cell) => cell.directionEntropyError,
      theory: () => 0,
      finiteStep: (temperature, protocol) =>
        gasConstant(dimension) *
        Math.log(
          directionTemperature(protocol, temperature, (2 * temperature) / deviation ** 2) / temperature,
        ),
    }),
};
