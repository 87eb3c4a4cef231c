import { requireNonNegative } from '../../error.js';
import { definePacing } from './definePacing.js';

/**
 * The same difference in the same time.
 *
 * T = T0 + (T1 - T0) f; ends at least 0
 */
export const linearPacing = definePacing(
  'linear',
  requireNonNegative,
  (fraction, from, to) => from + (to - from) * fraction,
);
