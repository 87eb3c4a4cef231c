import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bennettFreeEnergy,
  crooksCrossing,
  estimateOf,
  jarzynskiFreeEnergy,
  type Estimate,
} from '../../src/physics/index.js';
import { gaussian } from './gaussian.js';

/**
 * Works of Gaussian switching at dF = 0.5 and T = 1: Crooks's theorem asks that W_F ~ N(dF + s^2/2, s^2) and
 * W_R ~ N(-dF + s^2/2, s^2).
 */
function gaussianWorks(seed: number, deviation: number, count: number) {
  const normal = gaussian(seed);
  const draw = (mean: number): number[] => Array.from({ length: count }, () => mean + deviation * normal());
  return { forward: draw(0.5 + deviation ** 2 / 2), backward: draw(-0.5 + deviation ** 2 / 2) };
}

/** The root mean square of (value - expected) / standard error: 1 where the errors are honest. */
function pull(estimates: readonly Estimate[], expected: number): number {
  const squares = estimates.map(({ value, standardError }) => ((value - expected) / standardError) ** 2);
  return Math.sqrt(estimateOf(squares).value);
}

const works = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 2, maxLength: 30 });
const shift = fc.double({ min: -5, max: 5, noNaN: true });
const temperature = fc.double({ min: 0.2, max: 5, noNaN: true });

describe('the errors of free energies', () => {
  const repetitions = Array.from({ length: 300 }, (_, seed) => gaussianWorks(seed, 1, 400));
  // The root of a mean of 300 squares of standard normals has the standard error 1 / sqrt(600) = 0.041.
  const allowed = 4 * 0.041;

  test("Jarzynski's is right and its standard error honest", () => {
    const estimates = repetitions.map(({ forward }) => jarzynskiFreeEnergy(forward, 1));
    expect(Math.abs(pull(estimates, 0.5) - 1)).toBeLessThan(allowed);
  });

  test("Bennett's is right, its standard error honest and smaller than Jarzynski's", () => {
    const estimates = repetitions.map(({ forward, backward }) => bennettFreeEnergy(forward, backward, 1));
    expect(Math.abs(pull(estimates, 0.5) - 1)).toBeLessThan(allowed);
    const jarzynski = repetitions.map(({ forward }) => jarzynskiFreeEnergy(forward, 1).standardError);
    expect(estimateOf(estimates.map(({ standardError }) => standardError)).value).toBeLessThan(
      estimateOf(jarzynski).value / 1.5,
    );
  });

  test('the crossing and the slope of Crooks are right and their standard errors honest', () => {
    const fits = repetitions.map(({ forward, backward }) => crooksCrossing(forward, backward, 1));
    expect(
      Math.abs(
        pull(
          fits.map(({ crossing }) => crossing),
          0.5,
        ) - 1,
      ),
    ).toBeLessThan(allowed);
    expect(
      Math.abs(
        pull(
          fits.map(({ slope }) => slope),
          1,
        ) - 1,
      ),
    ).toBeLessThan(allowed);
  });
});

describe('free energies', () => {
  test('move with works that are shifted', () => {
    fc.assert(
      fc.property(works, works, shift, temperature, (forward, backward, by, T) => {
        const moved = forward.map((work) => work + by);
        const movedBack = backward.map((work) => work - by);
        expect(jarzynskiFreeEnergy(moved, T).value).toBeCloseTo(
          jarzynskiFreeEnergy(forward, T).value + by,
          9,
        );
        expect(bennettFreeEnergy(moved, movedBack, T).value).toBeCloseTo(
          bennettFreeEnergy(forward, backward, T).value + by,
          9,
        );
      }),
      { seed: 1 },
    );
  });

  test('change sign when the directions change places', () => {
    fc.assert(
      fc.property(works, works, temperature, (forward, backward, T) => {
        expect(bennettFreeEnergy(backward, forward, T).value).toBeCloseTo(
          -bennettFreeEnergy(forward, backward, T).value,
          9,
        );
      }),
      { seed: 1 },
    );
  });

  test('are the work itself where every trajectory takes the same', () => {
    expect(jarzynskiFreeEnergy([1.25, 1.25, 1.25], 0.3)).toEqual({ value: 1.25, standardError: 0 });
    const bennett = bennettFreeEnergy([1.25, 1.25], [-1.25, -1.25, -1.25], 0.3);
    expect(bennett.value).toBeCloseTo(1.25, 12);
    expect(bennett.standardError).toBeCloseTo(0, 9);
  });

  test('survive works whose exponentials overflow', () => {
    expect(jarzynskiFreeEnergy([-1e6, -1e6 + 1], 1).value).toBeCloseTo(
      -1e6 - Math.log((1 + Math.exp(-1)) / 2),
      6,
    );
    expect(bennettFreeEnergy([-1e6, -1e6], [1e6, 1e6], 1).value).toBeCloseTo(-1e6, 6);
  });

  test('never exceed the mean work, as the second law has it', () => {
    fc.assert(
      fc.property(works, temperature, (forward, T) => {
        expect(jarzynskiFreeEnergy(forward, T).value).toBeLessThanOrEqual(estimateOf(forward).value + 1e-9);
      }),
      { seed: 1 },
    );
  });

  test('are refused for too few works, works that are not finite, and distributions that do not overlap', () => {
    expect(() => jarzynskiFreeEnergy([1], 1)).toThrow('works has 1 entries: pass at least two');
    expect(() => bennettFreeEnergy([1, 2], [1, NaN], 1)).toThrow(
      'backward[1] is NaN: pass the finite works of trajectories alone',
    );
    expect(() => jarzynskiFreeEnergy([1, 2], 0)).toThrow('temperature is 0: pass a number greater than 0');
    expect(() => crooksCrossing([5, 6], [5, 6], 1)).toThrow('do not overlap');
  });
});
