import { requireCount, requireFinite, requireKnownNames } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { requireOneOf } from '../definition/requireOneOf.js';
import type { Schedule } from '../schedule.js';

/** Options of `inverseSquareRoot`. */
export interface InverseSquareRootOptions {
  /** The value at step `warmUpSteps`, from which it falls. */
  readonly peak: number;
  /** w, at least 1: the steps until the peak, and the time scale of the fall. */
  readonly warmUpSteps: number;
  /** Until the peak: `linear` (default) from 0, or `constant` at the peak. */
  readonly warmUp?: 'linear' | 'constant';
}

/**
 * One over the square root of the time, after a warm-up.
 *
 * x(t) = peak sqrt(w / t) for t >= w; before, peak t / w (linear) or peak (constant)
 *
 * Linear: fairseq's inverse_sqrt and, one step on (`shift` by 1), Noam's schedule of the Transformer,
 * d_model^-1/2 min(n^-1/2, n w^-3/2) at its step n = t + 1, with peak = (d_model w)^-1/2. Constant: T5's
 * 1 / sqrt(max(t, w)), with peak = w^-1/2.
 *
 * @throws ThermoError for a peak that is not finite, warmUpSteps that are no whole number of at least 1, or a warm-up that
 *   is not known.
 * @see A. Vaswani et al., arXiv 1706.03762; C. Raffel et al., arXiv 1910.10683
 */
export function inverseSquareRoot(options: InverseSquareRootOptions): Schedule {
  requireKnownNames('inverseSquareRoot', options, ['peak', 'warmUpSteps', 'warmUp']);
  const { peak, warmUpSteps, warmUp = 'linear' } = options;
  requireFinite('peak of inverseSquareRoot', peak);
  requireCount('warmUpSteps of inverseSquareRoot', warmUpSteps);
  requireOneOf('warmUp of inverseSquareRoot', warmUp, ['linear', 'constant']);
  return defineSchedule('inverseSquareRoot', { peak, warmUpSteps, warmUp }, (step) => {
    if (step >= warmUpSteps) return peak * Math.sqrt(warmUpSteps / step);
    return warmUp === 'constant' ? peak : peak * (step / warmUpSteps);
  });
}
