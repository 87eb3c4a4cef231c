import { totalTemperature } from '../state/index.js';
import {
  type FixedLearningRateGas,
  stationaryRadiusAtFixedLearningRate,
} from './stationaryRadiusAtFixedLearningRate.js';

/**
 * The temperature at which a run with fixed learning rate and weight decay settles, in the limit of small steps.
 *
 * T* = sqrt(eta lambda sigma^2 / (2 (d - 1) (1 - a))), sigma^2 = M / (d - 1)
 *
 * @returns T_tot, or T where `secondMoment` is trSigma.
 * @throws ThermoError when eta or M is negative, lambda is not positive, a is outside [0, 1), or d is not a whole
 *   number of at least 2.
 * @see arXiv 2511.07308
 */
export function stationaryTemperatureAtFixedLearningRate(
  gas: FixedLearningRateGas & {
    /** d, the number of scale-invariant parameters. */
    readonly dimension: number;
  },
): number {
  const squaredRadius = stationaryRadiusAtFixedLearningRate(gas) ** 2;
  const effectiveLearningRate = squaredRadius === 0 ? 0 : gas.learningRate / squaredRadius;
  return totalTemperature({ ...gas, effectiveLearningRate });
}
