import { describe, expect, test } from 'vitest';
import type { Conditions } from '../../src/simulator/chains/conditions.js';
import { loadKernel } from '../../src/simulator/kernel/loadKernel.js';

const steps = 2_000_000;
const chains = 48;
const rate = 1e-3;

/** Mean over the chains, and its standard error. */
function meanOf(numbers: readonly number[]): { readonly mean: number; readonly error: number } {
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (numbers.length - 1);
  return { mean, error: Math.sqrt(variance / numbers.length) };
}

/** The toy model of arXiv 2511.07308 in double precision as it is written there: three normals, the part along w taken off. */
function inDoublePrecision(seed: number): {
  readonly squaredRadius: number;
  readonly energy: number;
  readonly secondMoment: number;
} {
  let state = seed;
  const uniform = (): number => {
    // mulberry32 (T. Ettinger, public domain).
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
  let [x, y, z] = [-1, 0, 0];
  let [squaredRadius, energy, secondMoment] = [0, 0, 0];
  let spare = 0;
  for (let step = 0; step < steps; step += 1) {
    const length = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    let third = spare;
    if (step % 2 === 0) {
      const other = Math.sqrt(-2 * Math.log(uniform()));
      const turn = 2 * Math.PI * uniform();
      third = other * Math.cos(turn);
      spare = other * Math.sin(turn);
    }
    const q = x * x + y * y + z * z;
    const r = Math.sqrt(q);
    const [f0, f1, f2] = [1 + length * Math.cos(angle), length * Math.sin(angle), third];
    const along = (f0 * x + f1 * y + f2 * z) / q;
    const [g0, g1, g2] = [(f0 - along * x) / r, (f1 - along * y) / r, (f2 - along * z) / r];
    squaredRadius += q;
    energy += 1 + x / r;
    secondMoment += (g0 * g0 + g1 * g1 + g2 * g2) * q;
    x -= rate * (g0 + rate * x);
    y -= rate * (g1 + rate * y);
    z -= rate * (g2 + rate * z);
  }
  return { squaredRadius: squaredRadius / steps, energy: energy / steps, secondMoment: secondMoment / steps };
}

describe('single precision', () => {
  test('gives the radius, energy and second moment of double precision in the slowest cell, eta = lambda = 0.001 at fixed learning rate', async () => {
    const body = (await loadKernel()).chains({
      dimension: 3,
      chains,
      seed: 29,
      firstChain: 0,
      weights: Float32Array.from({ length: 3 * chains }, (_, i) => (i % 3 === 0 ? -1 : 0)),
      energy: { kind: 'linear', direction: Float64Array.of(1, 0, 0), offset: 1 },
      noise: { kind: 'isotropic' },
    });
    const conditions: Conditions = {
      control: { protocol: 'fixedLearningRate', learningRate: rate, weightDecay: rate, momentum: 0 },
      deviation: 1,
      strength: 1,
    };
    body.runApart(
      Array.from({ length: chains }, () => conditions),
      steps,
    );
    const sums = body.takeSums();
    const reference = Array.from({ length: chains }, (_, chain) => inDoublePrecision(chain + 1));
    for (const name of ['squaredRadius', 'energy', 'secondMoment'] as const) {
      const ours = meanOf([...sums[name]].map((sum) => sum / steps));
      const theirs = meanOf(reference.map((of) => of[name]));
      const error = Math.hypot(ours.error, theirs.error);
      expect(Math.abs(ours.mean - theirs.mean), name).toBeLessThan(4 * error);
      // The error bars themselves are narrow.
      expect(error / theirs.mean, name).toBeLessThan(name === 'energy' ? 0.01 : 0.0005);
    }
  });
});
