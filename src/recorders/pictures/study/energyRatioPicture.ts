import { gasConstant } from '../../../physics/index.js';
import { directionTemperature, toyModel } from '../../../simulator/study/index.js';
import { againstTemperature } from './againstTemperature.js';
import type { StudyPicture } from './studyPicture.js';

const { dimension, deviation } = toyModel;
const constant = gasConstant(dimension);

/** U / (R T) against T, with what the step's own size adds. */
export const energyRatioPicture: StudyPicture = {
  title: 'Energy over R T',
  caption:
    'The same, divided by R T: 1 for small steps. Steps of finite size heat the direction, to second order along the coloured line. Cold cells scatter, as their chains see few relaxation times in the averaged steps.',
  figure: (protocols) =>
    againstTemperature(protocols, {
      title: energyRatioPicture.title,
      y: { label: 'U / (R T)', scale: 'linear' },
      value: (cell) => cell.internalEnergy / (constant * cell.temperature),
      error: (cell) => cell.internalEnergyError / (constant * cell.temperature),
      theory: () => 1,
      finiteStep: (temperature, protocol) =>
        directionTemperature(protocol, temperature, (2 * temperature) / deviation ** 2) / temperature,
    }),
};
