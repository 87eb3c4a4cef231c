import { match } from 'ts-pattern';
import { requirePositive } from '../../error.js';
import { momentumGain } from '../state/index.js';
import type { Held } from './held.js';

/**
 * The rate at which the volume closes a small gap to its stationary value, per step; its inverse is the relaxation time.
 *
 * 4 eta lambda / (1 - a) at fixed learning rate (there r^4 follows it from any distance),
 * 2 eta_eff lambda r^2 / (1 - a) at fixed effective learning rate, infinite on a sphere, whose volume is held.
 *
 * @param held The protocol with its numbers; a `Control` will do.
 * @param volume V = r^2 / 2, greater than 0; at fixed effective learning rate the stationary one for the exact rate.
 * @throws ThermoError when V is not positive or a is outside [0, 1).
 */
export function relaxationRate(held: Held, volume: number): number {
  requirePositive('volume', volume);
  return match(held)
    .with(
      { protocol: 'fixedLearningRate' },
      ({ learningRate, weightDecay, momentum }) => 4 * learningRate * weightDecay * momentumGain(momentum),
    )
    .with(
      { protocol: 'fixedEffectiveLearningRate' },
      ({ effectiveLearningRate, weightDecay, momentum }) =>
        4 * effectiveLearningRate * weightDecay * volume * momentumGain(momentum),
    )
    .with({ protocol: 'fixedSphere' }, () => Infinity)
    .exhaustive();
}
