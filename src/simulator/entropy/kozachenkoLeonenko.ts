import { lnSphereArea } from '../../physics/index.js';
import type { EntropyEstimate } from './entropyEstimate.js';
import type { EntropyForm } from './entropyForm.js';

/** Bias is taken for small where (d - 1) N^(-2/(d-1)) is at most this. */
const smallBias = 0.1;

/**
 * The nearest-neighbour estimate of entropy.
 *
 * H = ln(N - 1) - psi(k) + ln V_m + m mean(ln eps) + mean(ln J),  m = d - 1
 *
 * with V_m the volume of the unit ball in m dimensions, eps the distance to the k-th neighbour and J the volume element of
 * the coordinates the distances are in.
 *
 * @see L. F. Kozachenko and N. N. Leonenko, Problems of Information Transmission 23 (1987)
 */
export function kozachenkoLeonenko({
  samples,
  dimension,
  form,
  neighbour,
  meanLogDistance,
  meanLogVolume,
}: {
  readonly samples: number;
  readonly dimension: number;
  readonly form: EntropyForm;
  readonly neighbour: number;
  readonly meanLogDistance: number;
  readonly meanLogVolume: number;
}): EntropyEstimate {
  const free = dimension - 1;
  const logBallVolume = lnSphereArea(free) - Math.log(free);
  return {
    nats:
      Math.log(samples - 1) -
      digammaOfCount(neighbour) +
      logBallVolume +
      free * meanLogDistance +
      meanLogVolume,
    samples,
    form,
    neighbour,
    meaningfulOnlyInDifferences: free * samples ** (-2 / free) > smallBias,
  };
}

/** psi(k) = -gamma + 1 + 1/2 + ... + 1/(k-1). */
function digammaOfCount(count: number): number {
  let value = -0.5772156649015329;
  for (let n = 1; n < count; n += 1) value += 1 / n;
  return value;
}
