import * as fc from 'fast-check';
import type { Conditions } from '../../src/simulator/chains/conditions.js';
import type { Energy } from '../../src/simulator/energies/energy.js';
import type { Noise } from '../../src/simulator/noises/noise.js';

/** Energies and noises that the SIMD kernel runs. */
export function gasOf(
  dimension: number,
): fc.Arbitrary<{ readonly dimension: number; readonly energy: Energy; readonly noise: Noise }> {
  const numbers = (min: number) =>
    fc.float64Array({ minLength: dimension, maxLength: dimension, min, max: 2, noNaN: true });
  const offset = fc.double({ min: -1, max: 1, noNaN: true });
  return fc.record({
    dimension: fc.constant(dimension),
    energy: fc.oneof(
      fc.record({ kind: fc.constant('linear' as const), direction: numbers(-2), offset }),
      fc.record({ kind: fc.constant('quadratic' as const), coefficients: numbers(-2), offset }),
    ),
    noise: fc.oneof(
      fc.constant({ kind: 'isotropic' as const }),
      fc.record({ kind: fc.constant('diagonal' as const), deviations: numbers(0) }),
    ),
  });
}

/** Conditions of every protocol, with and without momentum, in which no chain runs away within some dozens of steps. */
export function conditionsOf(): fc.Arbitrary<Conditions> {
  const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const rate = fc.oneof(fc.constant(0), between(1e-4, 0.05));
  const weightDecay = fc.oneof(fc.constant(0), between(-0.05, 0.5));
  const momentum = fc.oneof(fc.constant(0), between(0.01, 0.95));
  return fc.record({
    control: fc.oneof(
      fc.record({
        protocol: fc.constant('fixedLearningRate' as const),
        learningRate: rate,
        weightDecay,
        momentum,
      }),
      fc.record({
        protocol: fc.constant('fixedEffectiveLearningRate' as const),
        effectiveLearningRate: rate,
        weightDecay,
        momentum,
      }),
      fc.record({
        protocol: fc.constant('fixedSphere' as const),
        effectiveLearningRate: rate,
        radius: between(0.5, 2),
        momentum,
      }),
    ),
    deviation: fc.oneof(fc.constant(0), between(0, 2)),
    strength: between(-2, 2),
  });
}

/** Weights of norms around 1 that a seed decides. */
export function startWeights(dimension: number, chains: number, seed: number): Float32Array {
  let state = seed >>> 0;
  return Float32Array.from({ length: dimension * chains }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 31 - 1) / Math.sqrt(dimension / 3);
  });
}
