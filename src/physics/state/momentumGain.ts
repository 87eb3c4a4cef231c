import { ThermoError, requireFinite } from '../../error.js';

/**
 * The factor by which classical momentum lengthens the long-run step, so that the learning rate acts as eta / (1 - a).
 *
 * 1 / (1 - a), from v <- a v + g: each gradient enters the weights with total weight 1 + a + a^2 + ...
 *
 * @param momentum a, in [0, 1).
 * @throws ThermoError when a is outside [0, 1).
 */
export function momentumGain(momentum: number): number {
  requireFinite('momentum', momentum);
  if (momentum < 0 || momentum >= 1) {
    throw new ThermoError(`momentum is ${momentum}: pass a number from 0 up to, but not including, 1`);
  }
  return 1 / (1 - momentum);
}
