import { gaussian } from '../physics/gaussian.js';

/** How one coordinate of an adaptive optimizer moves, in float64. */
export interface CoordinateRule {
  /** The step of coordinate i for its gradient, in units of the learning rate. */
  step(i: number, gradient: number): number;
}

/** AdamW without bias correction, whose moments start where noise of these deviations holds them. */
export function adamWRule(deviations: readonly number[], beta1 = 0.9, beta2 = 0.999): CoordinateRule {
  const first = deviations.map(() => 0);
  const second = deviations.map((deviation) => deviation ** 2);
  return {
    step(i, gradient) {
      first[i] = beta1 * first[i]! + (1 - beta1) * gradient;
      second[i] = beta2 * second[i]! + (1 - beta2) * gradient ** 2;
      return first[i] / Math.sqrt(second[i]);
    },
  };
}

/** Lion. */
export function lionRule(deviations: readonly number[], beta1 = 0.9, beta2 = 0.99): CoordinateRule {
  const mean = deviations.map(() => 0);
  return {
    step(i, gradient) {
      const update = beta1 * mean[i]! + (1 - beta1) * gradient;
      mean[i] = beta2 * mean[i]! + (1 - beta2) * gradient;
      return Math.sign(update);
    },
  };
}

/** The toy L(w) = 1 + mu.w / |w| under noise of a deviation in each coordinate, taken orthogonal to w, over |w|. */
export interface AdaptiveToy {
  readonly rule: (deviations: readonly number[]) => CoordinateRule;
  /** Deviations of the noise, of root mean square 1. */
  readonly noise: readonly number[];
  /** mu of length 1; default a random one. */
  readonly direction?: readonly number[];
  readonly learningRate: number;
  readonly weightDecay: number;
  /** r of the start, which is at the minimum. */
  readonly radius: number;
  readonly chains: number;
  readonly settle: number;
  readonly steps: number;
}

/** Means over the steps after those that settle it. */
export interface ToyMeans {
  readonly energy: number;
  readonly squaredRadius: number;
  /** trSigma on the unit sphere. */
  readonly noise: number;
}

/** Runs the toy in float64. */
export function adaptiveToy(toy: AdaptiveToy): ToyMeans {
  const normal = gaussian(7);
  const mu = toy.direction ?? unit(toy.noise.map(normal));
  const sums = { energy: 0, squaredRadius: 0, noise: 0 };
  const kept = 1 - toy.learningRate * toy.weightDecay;
  for (let chain = 0; chain < toy.chains; chain += 1) {
    const weights = mu.map((value) => -value * toy.radius);
    const rule = toy.rule(toy.noise.map((deviation) => deviation / toy.radius));
    for (let step = 0; step < toy.settle + toy.steps; step += 1) {
      const kicks = toy.noise.map((deviation) => deviation * normal());
      const squaredRadius = dot(weights, weights);
      const radius = Math.sqrt(squaredRadius);
      const along = { mu: dot(mu, weights) / squaredRadius, kick: dot(kicks, weights) / squaredRadius };
      let noise = 0;
      for (let i = 0; i < weights.length; i += 1) {
        const kick = kicks[i]! - along.kick * weights[i]!;
        noise += kick ** 2;
        const gradient = (mu[i]! - along.mu * weights[i]! + kick) / radius;
        weights[i] = weights[i]! * kept - toy.learningRate * rule.step(i, gradient);
      }
      if (step < toy.settle) continue;
      sums.energy += 1 + along.mu * radius;
      sums.squaredRadius += squaredRadius;
      sums.noise += noise;
    }
  }
  const count = toy.chains * toy.steps;
  return {
    energy: sums.energy / count,
    squaredRadius: sums.squaredRadius / count,
    noise: sums.noise / count,
  };
}

/** Deviations that differ by `decades` from the first to the last, of root mean square 1. */
export function spreadNoise(dimension: number, decades: number): number[] {
  const spread = Array.from({ length: dimension }, (_, i) => 10 ** ((decades * i) / (dimension - 1)));
  return unit(spread).map((value) => value * Math.sqrt(dimension));
}

function unit(values: readonly number[]): number[] {
  const length = Math.sqrt(dot(values, values));
  return values.map((value) => value / length);
}

function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += one[i]! * other[i]!;
  return sum;
}
