import { match } from 'ts-pattern';
import {
  effectiveWeightDecay,
  totalTemperature,
  vonMisesFisherEntropy,
  vonMisesFisherMeanCosine,
} from '../../../physics/index.js';
import type { StudyCell } from '../grid/studyCell.js';
import type { StudySettings } from '../studySettings.js';
import { toyModel } from '../toyModel.js';
import { directionTemperature } from './directionTemperature.js';
import { stationaryCell } from './stationaryCell.js';
import { transient } from './transient.js';

/** What theory has a cell show, from its control alone. */
export interface ExpectedCell {
  /** T where the cell comes to rest. */
  readonly temperature: number;
  /** p = lambda or, on a sphere, that of the gas law with T_tot. */
  readonly pressure: number;
  /** Mean of r^2 over its stationary value: 1 where the cell has come to rest. */
  readonly transient: number;
  /** Mean of r^2 over the averaged steps, what is left of the way from the start counted in. */
  readonly squaredRadius: number;
  /** U, by von Mises-Fisher's density at the temperature of steps of finite size. */
  readonly internalEnergy: number;
  /** S of the direction, likewise. */
  readonly directionEntropy: number;
}

/** What theory has a cell of the toy model show. */
export function expectedCell(cell: StudyCell, settings: StudySettings): ExpectedCell {
  const { dimension, offset, strength } = toyModel;
  const { temperature, secondMoment, effectiveLearningRate, squaredRadius } = stationaryCell(cell.control);
  const density = {
    dimension,
    concentration: strength / directionTemperature(cell.protocol, temperature, effectiveLearningRate),
  };
  const left = transient(cell.control, secondMoment, settings.steps, settings.averagedSteps);
  return {
    temperature,
    transient: left,
    pressure: match(cell.control)
      .with({ protocol: 'fixedSphere' }, ({ radius }) =>
        effectiveWeightDecay({
          totalTemperature: totalTemperature({ effectiveLearningRate, secondMoment, dimension }),
          radius,
          dimension,
        }),
      )
      .otherwise(({ weightDecay }) => weightDecay),
    squaredRadius: squaredRadius * left,
    internalEnergy: offset - strength * vonMisesFisherMeanCosine(density),
    directionEntropy: vonMisesFisherEntropy(density),
  };
}
