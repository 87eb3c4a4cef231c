import { ThermoError, requireFinite } from '../../error.js';

/** What an exponential average remembers: plain numbers, never changed in place, fit for JSON. */
export interface AverageState {
  /** The weights given so far, 1 - decay^n after n values. */
  readonly weight: number;
  /** The values so far, each times its weight. */
  readonly total: number;
}

/** The arithmetic of exponential averages of one decay; the state is the caller's to keep. */
export interface ExponentialAverage {
  /** The state before any value. */
  readonly empty: AverageState;
  /** The state after one more value. */
  readonly update: (state: AverageState, value: number) => AverageState;
  /** The mean of the values so far; null before the first. */
  readonly mean: (state: AverageState) => number | null;
}

/**
 * An exponential average corrected for its start: from the first value on a true weighted mean, unbiased at any age.
 *
 * sum of decay^(n-i) x_i / sum of decay^(n-i), i = 1..n
 *
 * @param decay The weight that a value keeps from one to the next, in [0, 1); remembers about 1 / (1 - decay) values.
 * @throws ThermoError when decay is outside [0, 1).
 * @see D. P. Kingma and J. Ba, arXiv 1412.6980, section 3
 */
export function exponentialAverage(decay: number): ExponentialAverage {
  requireFinite('decay', decay);
  if (decay < 0 || decay >= 1) {
    throw new ThermoError(`decay is ${decay}: pass a number from 0 up to, but not including, 1`);
  }
  return {
    empty: { weight: 0, total: 0 },
    update: ({ weight, total }, value) => ({
      weight: decay * weight + (1 - decay),
      total: decay * total + (1 - decay) * value,
    }),
    mean: ({ weight, total }) => (weight === 0 ? null : total / weight),
  };
}
