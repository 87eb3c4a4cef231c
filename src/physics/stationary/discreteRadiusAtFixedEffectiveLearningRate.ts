import { ThermoError } from '../../error.js';
import {
  type FixedEffectiveLearningRateGas,
  stationaryRadiusAtFixedEffectiveLearningRate,
} from './stationaryRadiusAtFixedEffectiveLearningRate.js';

/**
 * The radius at which a run with fixed effective learning rate and weight decay settles, with its steps of finite size.
 *
 * r*^2 = (1 + a) (1 - sqrt(1 - q)) / (eta_eff lambda), q = eta_eff^2 M / (1 - a^2)
 *
 * From the gas law with its factor f (see `gasLawFactor`) at eta = eta_eff r*^2, a quadratic in r*^2. At q >= 1 noise
 * stretches the weights by more in one step than any decay can take back, and the radius has no stationary value.
 *
 * @throws ThermoError when eta_eff or M is negative, lambda is not positive, a is outside [0, 1), or q >= 1.
 */
export function discreteRadiusAtFixedEffectiveLearningRate(gas: FixedEffectiveLearningRateGas): number {
  const radius = stationaryRadiusAtFixedEffectiveLearningRate(gas);
  const { effectiveLearningRate, secondMoment, momentum = 0 } = gas;
  const kick = (effectiveLearningRate ** 2 * secondMoment) / (1 - momentum ** 2);
  if (kick >= 1) {
    throw new ThermoError(
      `effectiveLearningRate is ${effectiveLearningRate}: with this second moment and momentum no radius is ` +
        `stationary; pass less than ${effectiveLearningRate / Math.sqrt(kick)}`,
    );
  }
  // 1 - sqrt(1 - q) = q / (1 + sqrt(1 - q)) without the cancellation at small q.
  return radius * Math.sqrt(2 / (1 + Math.sqrt(1 - kick)));
}
