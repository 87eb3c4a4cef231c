import { mean, sampleStandardDeviation } from 'simple-statistics';
import { requirePositive } from '../../error.js';
import type { Estimate } from '../estimate.js';
import { requireWorks } from './requireWorks.js';

/**
 * The difference of free energy from the work of switching, at whatever speed, out of equilibrium.
 *
 * dF = -T ln <e^(-W / T)>, standard error T s(e^(-W / T)) / (sqrt(n) <e^(-W / T)>)
 *
 * Trustworthy while the works spread over not much more than T: beyond, a few rare trajectories carry the mean, and
 * Bennett's estimate from both directions is the better one.
 *
 * @param works W of each trajectory, done on the body, started from equilibrium; at least two.
 * @param temperature T, greater than 0.
 * @throws ThermoError when there are fewer than two works, one is not finite, or T is not positive.
 * @see C. Jarzynski, Physical Review Letters 78, 2690 (1997)
 */
export function jarzynskiFreeEnergy(works: ArrayLike<number>, temperature: number): Estimate {
  const all = requireWorks('works', works);
  requirePositive('temperature', temperature);
  // The smallest work is taken out first: its weight is the largest, and must not overflow.
  const least = all.reduce((one, other) => Math.min(one, other));
  const weights = all.map((work) => Math.exp((least - work) / temperature));
  const average = mean(weights);
  return {
    value: least - temperature * Math.log(average),
    standardError: (temperature * sampleStandardDeviation(weights)) / (Math.sqrt(all.length) * average),
  };
}
