import { describe, expect, test } from 'vitest';
import type { Control } from '../../src/control/index.js';
import { typescriptChains } from '../../src/simulator/chains/typescriptChains.js';
import { philox } from '../../src/simulator/chains/philox.js';
import type { Energy } from '../../src/simulator/energies/energy.js';
import { loadKernel } from '../../src/simulator/kernel/loadKernel.js';

const kernel = await loadKernel();

/** SGD with coupled decay and classical momentum on a scale-invariant energy without noise, in double precision, as the papers write it. */
function referenceRun(
  start: number[],
  gradientOf: (u: number[]) => number[],
  strength: number,
  controls: readonly Control[],
) {
  let w = start;
  let v = start.map(() => 0);
  const shown: { secondMoment: number; heating: number; pressure: number }[] = [];
  for (const control of controls) {
    const r = Math.hypot(...w);
    const u = w.map((x) => x / r);
    const raw = gradientOf(u).map((x) => strength * x);
    const along = raw.reduce((sum, x, i) => sum + x * u[i]!, 0);
    const g = raw.map((x, i) => (x - along * u[i]!) / r);
    const eta =
      control.protocol === 'fixedLearningRate'
        ? control.learningRate
        : control.effectiveLearningRate * r ** 2;
    const decay = control.protocol === 'fixedSphere' ? 0 : control.weightDecay;
    v = v.map((x, i) => control.momentum * x + g[i]! + decay * w[i]!);
    const moved = w.map((x, i) => x - eta * v[i]!);
    const squared = g.reduce((sum, x) => sum + x * x, 0);
    let pressure = decay;
    if (control.protocol === 'fixedSphere') {
      const stretched = Math.hypot(...moved);
      pressure = ((1 - control.momentum) * (stretched - r)) / (control.effectiveLearningRate * r ** 3);
      w = moved.map((x) => (x * control.radius) / stretched);
    } else w = moved;
    if (control.momentum === 0) v = v.map(() => 0);
    shown.push({ secondMoment: squared * r ** 2, heating: eta * squared, pressure });
  }
  return { w, shown };
}

const direction = [0.6, -0.3, 1.1, 0.2, -0.7];
const coefficients = [1.5, 0.2, -0.4, 0.9, 0.1];
const start = [0.8, -0.5, -0.9, 0.4, 0.3];

describe.each([
  ['the SIMD kernel', kernel.chains],
  ['plain TypeScript', typescriptChains],
] as const)('a noise-free run of %s', (_, chains) => {
  const controls: readonly Control[] = [
    { protocol: 'fixedLearningRate', learningRate: 0.1, weightDecay: 0.2, momentum: 0 },
    { protocol: 'fixedLearningRate', learningRate: 0.05, weightDecay: 0.1, momentum: 0.9 },
    { protocol: 'fixedLearningRate', learningRate: 0.05, weightDecay: -0.1, momentum: 0.9 },
    { protocol: 'fixedEffectiveLearningRate', effectiveLearningRate: 0.07, weightDecay: 0.3, momentum: 0.5 },
    { protocol: 'fixedEffectiveLearningRate', effectiveLearningRate: 0.07, weightDecay: 0.3, momentum: 0 },
    { protocol: 'fixedSphere', effectiveLearningRate: 0.06, radius: 1.3, momentum: 0 },
    { protocol: 'fixedSphere', effectiveLearningRate: 0.06, radius: 1.3, momentum: 0.8 },
    { protocol: 'fixedSphere', effectiveLearningRate: 0.06, radius: 0.9, momentum: 0.8 },
    { protocol: 'fixedEffectiveLearningRate', effectiveLearningRate: 0.05, weightDecay: 0, momentum: 0.8 },
  ];
  test.each([
    ['linear', 3],
    ['quadratic', 3],
    ['linear', 5],
    ['quadratic', 5],
    ['quadratic', 2],
  ] as const)(
    'follows the dynamics in double precision to rounding: %s energy, d = %d',
    (kind, dimension) => {
      const energy: Energy =
        kind === 'linear'
          ? { kind, direction: Float64Array.from(direction.slice(0, dimension)), offset: 1 }
          : { kind, coefficients: Float64Array.from(coefficients.slice(0, dimension)), offset: 0 };
      const gradientOf = (u: number[]) =>
        kind === 'linear' ? direction.slice(0, dimension) : u.map((x, i) => 2 * coefficients[i]! * x);
      const weights = Float32Array.from(start.slice(0, dimension));
      const body = chains({
        dimension,
        chains: 1,
        seed: 0,
        firstChain: 0,
        weights,
        energy,
        noise: { kind: 'isotropic' },
      });
      const { w, shown } = referenceRun([...weights], gradientOf, 1.4, controls);
      for (const [i, control] of controls.entries()) {
        body.runTogether([{ control, deviation: 0, strength: 1.4 }]);
        const sums = body.takeSums();
        expect(sums.secondMoment[0]).toBeCloseTo(shown[i]!.secondMoment, 5);
        expect(sums.heating[0]).toBeCloseTo(shown[i]!.heating, 6);
        expect(sums.pressure[0]).toBeCloseTo(shown[i]!.pressure, 5);
      }
      // Nine steps of a dozen roundings of 6e-8 each.
      for (const [i, weight] of body.weights().entries()) expect(Math.abs(weight - w[i]!)).toBeLessThan(2e-6);
    },
  );
});

describe('philox', () => {
  // Known answers of Random123 1.14 (D. E. Shaw Research), kat_vectors, philox4x32 10.
  test('gives the published words', () => {
    expect([...philox([0, 0, 0, 0], [0, 0])]).toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
    const ones = 0xffffffff;
    expect([...philox([ones, ones, ones, ones], [ones, ones])]).toEqual([
      0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd,
    ]);
    expect([...philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])]).toEqual([
      0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1,
    ]);
  });
});
