import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  batchMeans,
  consecutiveDifferenceGauge,
  exponentialAverage,
  pairDeviation,
  pairEstimate,
  twoBatchSizes,
} from '../../src/physics/index.js';
import { gaussian } from './gaussian.js';

// A full gradient of squared norm 2 under anisotropic noise: 20 directions with standard deviations 1/1 to 1/20, so
// that one sample's noise is the sum of 1/i^2 and the effective dimension (sum of 1/i^2)^2 / (sum of 1/i^4).
const deviations = Array.from({ length: 20 }, (_, index) => 1 / (index + 1));
const full = deviations.map(() => Math.sqrt(0.1));
const noise = deviations.reduce((sum, deviation) => sum + deviation ** 2, 0);
const effectiveDimension = noise ** 2 / deviations.reduce((sum, deviation) => sum + deviation ** 4, 0);

const dot = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, index) => sum + value * (other[index] ?? Number.NaN), 0);

function batchGradient(normal: () => number, batchSize: number): number[] {
  return full.map(
    (value, index) => value + (normal() * (deviations[index] ?? Number.NaN)) / Math.sqrt(batchSize),
  );
}

/** Standard errors between the mean of independent estimates and what they estimate. */
function errorsFrom(truth: number, estimates: readonly number[]): number {
  const { value: mean, standardError } = batchMeans(estimates, estimates.length);
  return Math.abs(mean - truth) / standardError;
}

describe('unbiased within three standard errors of 20,000 draws', () => {
  test('the pair estimate', () => {
    const normal = gaussian(1);
    const estimates = Array.from({ length: 20_000 }, () => {
      const [one, other] = [batchGradient(normal, 1), batchGradient(normal, 1)];
      return pairEstimate(dot(one, one), dot(other, other), dot(one, other));
    });
    const noises = estimates.map((estimate) => estimate.noise);
    expect(errorsFrom(noise, noises)).toBeLessThan(3);
    expect(
      errorsFrom(
        2,
        estimates.map((estimate) => estimate.signal),
      ),
    ).toBeLessThan(3);

    // The estimate is chi-square-like with excess kurtosis 12 tr(Sigma^4) / tr(Sigma^2)^2 < 12, so that its measured
    // standard deviation has a relative standard error below sqrt(14 / 4 / 20,000) = 1.3 %.
    const deviation = (batchMeans(noises, noises.length).standardError * Math.sqrt(noises.length)) / noise;
    expect(Math.abs(deviation / pairDeviation(effectiveDimension) - 1)).toBeLessThan(3 * 0.013);
  });

  test('the estimate from two batch sizes', () => {
    const normal = gaussian(2);
    const estimates = Array.from({ length: 20_000 }, () => {
      const [small, large] = [batchGradient(normal, 4), batchGradient(normal, 16)];
      return twoBatchSizes({
        smallBatch: 4,
        largeBatch: 16,
        smallSquaredNorm: dot(small, small),
        largeSquaredNorm: dot(large, large),
      });
    });
    expect(
      errorsFrom(
        noise,
        estimates.map((estimate) => estimate.noise),
      ),
    ).toBeLessThan(3);
    expect(
      errorsFrom(
        2,
        estimates.map((estimate) => estimate.signal),
      ),
    ).toBeLessThan(3);
  });
});

// w <- w - eta g, g = k w + normal, one sharp direction. With x = eta k the mean of g^2 is 2 / (2 - x) and that of the
// half squared difference (2 + x) / (2 - x) times the noise: consecutive gradients oscillate.
test('the consecutive difference overstates the noise fourfold where the step is 1.2 of the inverse curvature', () => {
  const normal = gaussian(3);
  const [rate, curvature] = [0.6, 2];
  let weight = 0;
  let before: number | null = null;
  const gauges: number[] = [];
  for (let step = 0; step < 100_000; step += 1) {
    const gradient = curvature * weight + normal();
    if (before !== null)
      gauges.push(consecutiveDifferenceGauge(before ** 2, gradient ** 2, before * gradient));
    before = gradient;
    weight -= rate * gradient;
  }
  const { value: mean, standardError } = batchMeans(gauges, 20);
  expect(Math.abs(mean - 4)).toBeLessThan(3 * standardError);
});

describe('the exponential average', () => {
  const decay = fc.double({ min: 0, max: 0.999, noNaN: true });
  const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });

  test('of a constant is that constant from the first value on', () => {
    fc.assert(
      fc.property(decay, value, fc.integer({ min: 1, max: 50 }), (decay, value, count) => {
        const average = exponentialAverage(decay);
        let state = average.empty;
        for (let index = 0; index < count; index += 1) state = average.update(state, value);
        expect(average.mean(state)).toBeCloseTo(value, 8);
      }),
      { seed: 17 },
    );
  });

  test('saved as JSON and restored goes on as if it had never stopped', () => {
    fc.assert(
      fc.property(decay, fc.array(value, { minLength: 1 }), value, (decay, values, next) => {
        const average = exponentialAverage(decay);
        const state = values.reduce(average.update, average.empty);
        const restored = JSON.parse(JSON.stringify(state)) as typeof state;
        expect(exponentialAverage(decay).update(restored, next)).toEqual(average.update(state, next));
      }),
      { seed: 18 },
    );
  });
});

// x <- .9 x + normal has correlation time 19 and a mean of variance 1 / (1 - .9)^2 / n; independent values of the same
// spread would have 19 times less. Squared errors from 10 blocks scatter by sqrt(2 / 9), over 200 series by 3.3 %; blocks of 500
// values miss 2 % of the variance.
test('the standard error of batch means is that of a correlated series', () => {
  const normal = gaussian(4);
  const [series, length] = [200, 5_000];
  let squares = 0;
  for (let run = 0; run < series; run += 1) {
    let value = 0;
    for (let step = 0; step < 200; step += 1) value = 0.9 * value + normal();
    const values = Array.from({ length }, () => (value = 0.9 * value + normal()));
    squares += batchMeans(values, 10).standardError ** 2 / series;
  }
  expect(Math.abs((squares * length) / 100 - 1)).toBeLessThan(3 * 0.033 + 0.02);
});
