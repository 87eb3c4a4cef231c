import { requireNonNegative } from '../../error.js';
import { definePacing } from './definePacing.js';

/**
 * Slow at both ends: half a wave of a cosine.
 *
 * T = T1 + (T0 - T1) (1 + cos(pi f)) / 2; ends at least 0
 *
 * @see I. Loshchilov and F. Hutter, arXiv 1608.03983
 */
export const cosinePacing = definePacing(
  'cosine',
  requireNonNegative,
  (fraction, from, to) => to + ((from - to) * (1 + Math.cos(Math.PI * fraction))) / 2,
);
