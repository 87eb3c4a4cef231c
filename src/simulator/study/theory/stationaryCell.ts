import { match } from 'ts-pattern';
import type { Control, FixedLearningRate, Protocol } from '../../../control/index.js';
import {
  discreteRadiusAtFixedEffectiveLearningRate,
  discreteRadiusAtFixedLearningRate,
  temperature,
} from '../../../physics/index.js';
import { toyModel } from '../toyModel.js';
import { directionTemperature } from './directionTemperature.js';
import { secondMomentOf } from './secondMomentOf.js';

/** Where a cell comes to rest. */
export interface StationaryCell {
  /** eta_eff. */
  readonly effectiveLearningRate: number;
  /** T. */
  readonly temperature: number;
  /** M. */
  readonly secondMoment: number;
  /** r^2, by the law of steps of finite size. */
  readonly squaredRadius: number;
}

/** Where the toy model comes to rest under a control with positive weight decay, from the control alone. */
export function stationaryCell(control: Control): StationaryCell {
  return match(control)
    .with({ protocol: 'fixedEffectiveLearningRate' }, (held) => {
      const gas = gasAt(held.protocol, held.effectiveLearningRate);
      return { ...gas, squaredRadius: discreteRadiusAtFixedEffectiveLearningRate({ ...held, ...gas }) ** 2 };
    })
    .with({ protocol: 'fixedSphere' }, (held) => ({
      ...gasAt(held.protocol, held.effectiveLearningRate),
      squaredRadius: held.radius ** 2,
    }))
    .with({ protocol: 'fixedLearningRate' }, atLearningRate)
    .exhaustive();
}

const { dimension, deviation } = toyModel;
const noise = (dimension - 1) * deviation ** 2;

function gasAt(protocol: Protocol, effectiveLearningRate: number): Omit<StationaryCell, 'squaredRadius'> {
  const cold = temperature({ effectiveLearningRate, noise, dimension });
  const secondMoment = secondMomentOf(directionTemperature(protocol, cold, effectiveLearningRate));
  return { effectiveLearningRate, temperature: cold, secondMoment };
}

/** M depends on T, T on the radius and the radius on M, so weakly that a round takes the error to a twentieth or less. */
function atLearningRate(held: FixedLearningRate): StationaryCell {
  let squaredRadius = discreteRadiusAtFixedLearningRate({ ...held, secondMoment: noise }) ** 2;
  let gas = gasAt(held.protocol, held.learningRate / squaredRadius);
  for (let round = 0; round < 12; round++) {
    squaredRadius = discreteRadiusAtFixedLearningRate({ ...held, secondMoment: gas.secondMoment }) ** 2;
    gas = gasAt(held.protocol, held.learningRate / squaredRadius);
  }
  return { ...gas, squaredRadius };
}
