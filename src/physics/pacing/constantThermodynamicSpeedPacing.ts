import { requirePositive } from '../../error.js';
import { definePacing } from './definePacing.js';

/**
 * The same thermodynamic distance in every relaxation time, which wastes least: slower the colder it is.
 *
 * T = T0 / (1 + c f), c = T0 / T1 - 1; ends greater than 0
 *
 * Constant speed is dT/dt = -v T / (epsilon sqrt(C)). For SGD near a quadratic minimum the relaxation time epsilon goes
 * as 1/T (the curvature is fixed, the step is proportional to T) and the heat capacity C is constant, so 1/T grows
 * evenly.
 *
 * @see P. Salamon, J. D. Nulton, J. R. Harland, J. Pedersen, G. Ruppeiner and L. Liao, Computer Physics Communications
 *   49, 423 (1988)
 */
export const constantThermodynamicSpeedPacing = definePacing(
  'constantThermodynamicSpeed',
  requirePositive,
  (fraction, from, to) => from / (1 + (from / to - 1) * fraction),
);
