import { requireCount, requireKnownNames } from '../../error.js';
import { equilibrate, quench, type Stage } from '../stages/index.js';

/** When the fluctuation-dissipation rule cools, and by how much. The defaults are those of the published code. */
export interface FluctuationDissipationOptions {
  /** What the rate is multiplied by at each cooling; default 0.1. */
  readonly rateFactor?: number;
  /** Coolings; default 3. */
  readonly times?: number;
  /** |Z_tot - 1| that counts as equilibrium; default 0.01. */
  readonly tolerance?: number;
  /** Steps at one rate before it is judged; default 1000. */
  readonly atLeast?: number;
  /** Steps at one rate after which it cools all the same; default never. */
  readonly atMost?: number;
}

/**
 * Cools by a factor each time the gas is in equilibrium: the fluctuation-dissipation rule, as stages.
 *
 * Yaida (arXiv 1810.00004) cools when <theta.grad> equals (eta / 2) (1 + a) / (1 - damping) <|v|^2> within a hundredth, both
 * averaged over the second half of the steps since the rate was last changed. For scale-invariant weights with weight decay
 * this is the gas law pV = R T_tot, so what is watched is |Z_tot - 1| over the second half of the readings at this rate. It is
 * judged at each reading from `atLeast` on, where the published code judges every 1000 steps.
 */
export function fluctuationDissipation(options: FluctuationDissipationOptions = {}): readonly Stage[] {
  const { rateFactor = 0.1, times = 3, tolerance = 0.01, atLeast = 1000, atMost } = options;
  requireKnownNames('fluctuationDissipation', options, [
    'rateFactor',
    'times',
    'tolerance',
    'atLeast',
    'atMost',
  ]);
  requireCount('times of fluctuationDissipation', times);
  return Array.from({ length: times }, (_, i) => [
    equilibrate({
      tolerance,
      observations: 'secondHalf',
      atLeast,
      name: `rate ${i + 1} of ${times + 1}`,
      ...(atMost === undefined ? {} : { atMost }),
    }),
    quench({ rateFactor, name: `cooling ${i + 1}` }),
  ]).flat();
}
