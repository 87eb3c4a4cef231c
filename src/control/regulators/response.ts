import { requirePositive } from '../../error.js';

/**
 * The logarithmic change of a quantity in one window that closes a logarithmic gap to its set point as exp(-t / tau).
 *
 * (1 - e^(-window / tau)) gap, the gap taken as at most 1: a knob moves by at most a factor e in a response time, which bounds
 * what a reading gone wrong can do.
 *
 * @param gap ln(set point / reading).
 * @param window steps until the next reading.
 * @param responseTime tau, in steps.
 */
export function response(gap: number, window: number, responseTime: number): number {
  return -Math.expm1(-window / responseTime) * Math.min(Math.max(gap, -1), 1);
}

/**
 * Steps until a regulated quantity is back within `tolerance` of its set point, after a disturbance changed it by a factor.
 *
 * The gap g = |ln factor| falls by s = 1 - e^(-window / tau) a window while it is above 1, then as e^(-t / tau):
 * t = window max(g - 1, 0) / s + tau ln(min(g, 1) / ln(1 + tolerance)), and one window for the reading that shows it first.
 *
 * @throws ThermoError when a number is not positive.
 */
export function settlingTime({
  factor,
  tolerance,
  responseTime,
  window,
}: {
  /** What the disturbance multiplied the quantity by; greater than 0. */
  readonly factor: number;
  /** Relative distance that counts as back; greater than 0. */
  readonly tolerance: number;
  /** tau, in steps. */
  readonly responseTime: number;
  /** Steps between readings. */
  readonly window: number;
}): number {
  const gap = Math.abs(Math.log(requirePositive('factor', factor)));
  const close = Math.log1p(requirePositive('tolerance', tolerance));
  requirePositive('responseTime', responseTime);
  if (gap <= close) return 0;
  const steep = Math.max(gap - 1, 0) * (window / -Math.expm1(-window / responseTime));
  return steep + responseTime * Math.max(Math.log(Math.min(gap, 1) / close), 0) + window;
}
