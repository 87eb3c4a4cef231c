import { requirePositive } from '../../error.js';
import { definePacing } from './definePacing.js';

/**
 * The same ratio in the same time: exponential cooling.
 *
 * T = T0 (T1 / T0)^f; ends greater than 0
 */
export const geometricPacing = definePacing(
  'geometric',
  requirePositive,
  (fraction, from, to) => from * (to / from) ** fraction,
);
