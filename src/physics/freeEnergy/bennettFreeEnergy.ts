import { requirePositive } from '../../error.js';
import type { Estimate } from '../estimate.js';
import { requireWorks } from './requireWorks.js';

/** Newton's steps from the middle of the works; convergence is quadratic, bisection takes over where it leaves the bracket. */
const mostIterations = 200;

/**
 * The difference of free energy from switching in both directions: Bennett's acceptance ratio, the best use of the works.
 *
 * sum_F 1 / (1 + (n_F / n_R) e^((W_F - dF) / T)) = sum_R 1 / (1 + (n_R / n_F) e^((W_R + dF) / T)), solved for dF.
 * With f the summands, variance T^2 [(<f^2>_F / <f>_F^2 - 1) / n_F + (<f^2>_R / <f>_R^2 - 1) / n_R].
 *
 * @param forward W of each trajectory of the switching, done on the body, started from equilibrium; at least two.
 * @param backward The same of the switching run backwards from equilibrium at its end.
 * @param temperature T, greater than 0.
 * @throws ThermoError when there are fewer than two works a direction, one is not finite, or T is not positive.
 * @see C. H. Bennett, Journal of Computational Physics 22, 245 (1976); M. R. Shirts, E. Bair, G. Hooker and V. S. Pande,
 *   Physical Review Letters 91, 140601 (2003)
 */
export function bennettFreeEnergy(
  forward: ArrayLike<number>,
  backward: ArrayLike<number>,
  temperature: number,
): Estimate {
  requirePositive('temperature', temperature);
  const ahead = requireWorks('forward', forward).map((work) => work / temperature);
  const back = requireWorks('backward', backward).map((work) => work / temperature);
  const offset = Math.log(ahead.length / back.length);

  const forwardAcceptance = (difference: number): number[] =>
    ahead.map((work) => fermi(offset + work - difference));
  const backwardAcceptance = (difference: number): number[] =>
    back.map((work) => fermi(-offset + work + difference));

  // The excess rises from negative to positive between these, whatever the works are.
  const reversed = back.map((work) => -work);
  const margin = Math.abs(offset) + Math.log(4 * (ahead.length + back.length));
  let low = Math.min(least(ahead), least(reversed)) - margin;
  let high = -Math.min(least(ahead.map((work) => -work)), least(back)) + margin;
  let difference = (low + high) / 2;
  for (let iteration = 0; iteration < mostIterations; iteration += 1) {
    const accepted = forwardAcceptance(difference);
    const returned = backwardAcceptance(difference);
    const excess = sum(accepted) - sum(returned);
    if (excess > 0) high = difference;
    else low = difference;
    const slope = sum([...accepted, ...returned].map((value) => value * (1 - value)));
    const newton = difference - excess / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - difference) <= 1e-13 * Math.max(1, Math.abs(next))) break;
    difference = next;
  }
  const variance =
    relativeVariance(forwardAcceptance(difference)) + relativeVariance(backwardAcceptance(difference));
  return { value: temperature * difference, standardError: temperature * Math.sqrt(variance) };
}

function fermi(x: number): number {
  return 1 / (1 + Math.exp(x));
}

/** (<f^2> / <f>^2 - 1) / n: the variance of the mean of f over the square of its mean. */
function relativeVariance(values: readonly number[]): number {
  const average = sum(values) / values.length;
  const square = sum(values.map((value) => value ** 2)) / values.length;
  return (square / average ** 2 - 1) / values.length;
}

function least(values: readonly number[]): number {
  return values.reduce((one, other) => Math.min(one, other));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
