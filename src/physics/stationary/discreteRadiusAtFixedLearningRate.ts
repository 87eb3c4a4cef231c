import { gasLawFactor } from './gasLawFactor.js';
import {
  type FixedLearningRateGas,
  stationaryRadiusAtFixedLearningRate,
} from './stationaryRadiusAtFixedLearningRate.js';

/**
 * The radius at which a run with fixed learning rate and weight decay settles, with its steps of finite size.
 *
 * r*^4 = eta M / (2 lambda (1 - a) f), f = 1 - eta lambda / (2 (1 + a)); without momentum eta M / (lambda (2 - eta lambda)).
 *
 * Exact where r^2 hardly fluctuates, as in many dimensions; see `gasLawFactor` for momentum.
 *
 * @throws ThermoError when eta or M is negative, lambda is not positive, a is outside [0, 1), or
 *   eta lambda >= 2 (1 + a).
 */
export function discreteRadiusAtFixedLearningRate(gas: FixedLearningRateGas): number {
  return stationaryRadiusAtFixedLearningRate(gas) / gasLawFactor(gas) ** 0.25;
}
