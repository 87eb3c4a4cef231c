import { describe, expect, test } from 'vitest';
import { vonMisesFisherMeanCosine } from '../../src/physics/index.js';
import { adamWRule, adaptiveToy, lionRule, spreadNoise, type AdaptiveToy } from './adaptiveToy.js';

/** Lion's b1 and b2. */
const [b1, b2] = [0.9, 0.99];
const width = Math.sqrt((1 - b1) ** 2 + (b1 ** 2 * (1 - b2)) / (1 + b2));
/** The sum of the correlations of the signs of Lion's average, over all lags, from those of normal numbers. */
const signMemory = Array.from({ length: 3000 }, (_, i) => i + 1).reduce((sum, lag) => {
  const covariance = (1 - b1) * b1 * (1 - b2) * b2 ** (lag - 1) + (b1 ** 2 * (1 - b2) * b2 ** lag) / (1 + b2);
  return sum + (4 / Math.PI) * Math.asin(covariance / width ** 2);
}, 1);

/**
 * The analogues, from eta_pre, the rate that a small force is followed at: eta r / sigma for AdamW and
 * sqrt(2 / pi) eta r / (q sigma) for Lion. T is half the variance that a step adds over that rate, p = lambda eta / eta_pre.
 */
const analogues = {
  AdamW: {
    rule: adamWRule,
    preconditioned: (learningRate: number, radius: number, sigma: number) => (learningRate * radius) / sigma,
    temperature: (learningRate: number, radius: number, sigma: number) =>
      (learningRate * sigma) / (2 * radius),
  },
  Lion: {
    rule: lionRule,
    preconditioned: (learningRate: number, radius: number, sigma: number) =>
      (Math.sqrt(2 / Math.PI) * learningRate * radius) / (width * sigma),
    temperature: (learningRate: number, radius: number, sigma: number) =>
      (Math.sqrt(Math.PI / 8) * learningRate * width * sigma * signMemory) / radius,
  },
} as const;

/** U over that of the Gibbs distribution at the analogue's T, and Z = p V / (R T). */
function check(
  name: keyof typeof analogues,
  toy: Pick<AdaptiveToy, 'noise' | 'direction'>,
): { energy: number; compressibility: number } {
  const { rule, preconditioned, temperature } = analogues[name];
  const dimension = toy.noise.length;
  const [learningRate, weightDecay] = name === 'AdamW' ? [0.02, 0.003] : [0.002, 0.01];
  const radius =
    name === 'AdamW'
      ? Math.sqrt((learningRate * dimension) / (2 * weightDecay))
      : Math.sqrt((learningRate * dimension) / (Math.PI * weightDecay)) / width;
  const means = adaptiveToy({
    rule,
    learningRate,
    weightDecay,
    radius,
    chains: 8,
    settle: 8000,
    steps: 16_000,
    ...toy,
  });
  const r = Math.sqrt(means.squaredRadius);
  const sigma = Math.sqrt(means.noise / (dimension - 1));
  const t = temperature(learningRate, r, sigma);
  const pressure = (weightDecay * learningRate) / preconditioned(learningRate, r, sigma);
  const expected = 1 - vonMisesFisherMeanCosine({ dimension, concentration: 1 / t });
  return {
    energy: means.energy / expected,
    compressibility: (pressure * means.squaredRadius) / 2 / (((dimension - 1) / 2) * t),
  };
}

// U fluctuates by sqrt(2 / 63) of itself and forgets in some 1 / (2 T) = 300 steps: eight chains of 16,000 steps know it to 1 %.
describe.each(['AdamW', 'Lion'] as const)('what would be the temperature of %s', (name) => {
  test('gives U and the gas law to 4 % on the toy in 64 dimensions, while the noise is alike in all coordinates', () => {
    const { energy, compressibility } = check(name, { noise: spreadNoise(64, 0) });
    expect(Math.abs(energy - 1)).toBeLessThan(0.04);
    expect(Math.abs(compressibility - 1)).toBeLessThan(0.04);
  });

  test('is a sixth off or more where the noise differs by a decade between coordinates, so that it is not shown', () => {
    expect(check(name, { noise: spreadNoise(64, 1) }).energy).toBeLessThan(5 / 6);
  });

  test('misses the gas law by a factor of five where the minimum lies along a coordinate', () => {
    const direction = [1, ...Array.from({ length: 15 }, () => 0)];
    expect(check(name, { noise: spreadNoise(16, 0), direction }).compressibility).toBeGreaterThan(5);
  });

  test('misses U by a seventh and the gas law by a half in three dimensions', () => {
    const { energy, compressibility } = check(name, { noise: spreadNoise(3, 0) });
    expect(energy).toBeGreaterThan(8 / 7);
    expect(compressibility).toBeGreaterThan(1.5);
  });
});
