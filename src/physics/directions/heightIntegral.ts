import { type Concentration, requireConcentration } from './concentration.js';
import { lnSphereArea } from './lnSphereArea.js';

/** Integrals over the height x = 1 - cos theta, which stay exact where cos theta is all but 1. */
export interface HeightIntegral {
  /** ln of the integral of exp(-kappa x) over the unit sphere. */
  readonly logarithm: number;
  /** E[x]. */
  readonly mean: number;
  /** Var(x). */
  readonly variance: number;
}

/** Steps of the trapezoidal rule in a standard deviation of the integrand. */
const stepsPerDeviation = 8;
/** ln of the share of the peak below which terms no longer count. */
const negligible = -45;

/**
 * The von Mises-Fisher integrals by the trapezoidal rule in u, cos theta = -tanh u:
 *
 *   integral of exp(-kappa x) over S^(d-1) = |S^(d-2)| integral of exp(-kappa x) cosh(u)^(1-d) du,  x = 1 + tanh u
 *
 * The integrand is analytic around the real line and falls off at least exponentially on both sides, so the rule converges
 * exponentially; its step is a fixed part of the peak's width, so any d and kappa take a few hundred terms.
 *
 * @see L. N. Trefethen and J. A. C. Weideman, The exponentially convergent trapezoidal rule, SIAM Review 56 (2014)
 */
export function heightIntegral(distribution: Concentration): HeightIntegral {
  requireConcentration(distribution);
  const { dimension, concentration } = distribution;
  const free = dimension - 1;
  // The peak, where kappa (1 - c^2) = (d - 1) c; both of c and 1 - c without cancellation.
  const root = Math.hypot(free, 2 * concentration);
  const cosine = (2 * concentration) / (free + root);
  const height = (free + free ** 2 / (root + 2 * concentration)) / (free + root);
  const peak = Math.log(height / (1 + cosine)) / 2;
  const step = 1 / Math.sqrt(height * (1 + cosine) * (2 * concentration * cosine + free)) / stepsPerDeviation;
  const exponent = (u: number): number =>
    -concentration * heightAt(u) - free * (Math.abs(u) + Math.log1p(Math.exp(-2 * Math.abs(u))) - Math.LN2);
  const top = exponent(peak);
  let total = 1;
  let first = 0;
  let second = 0;
  for (const direction of [-step, step]) {
    for (let n = 1; ; n += 1) {
      const u = peak + n * direction;
      const below = exponent(u) - top;
      if (below < negligible) break;
      const weight = Math.exp(below);
      const offset = heightAt(u) - height;
      total += weight;
      first += weight * offset;
      second += weight * offset ** 2;
    }
  }
  const shift = first / total;
  return {
    logarithm: lnSphereArea(free) + top + Math.log(total * step),
    mean: height + shift,
    variance: second / total - shift ** 2,
  };
}

/** 1 + tanh u. */
function heightAt(u: number): number {
  return 2 / (1 + Math.exp(-2 * u));
}
