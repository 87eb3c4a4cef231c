import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chain,
  clip,
  cosine,
  cosineRestarts,
  exponential,
  inverseSquareRoot,
  inverseTime,
  kDecay,
  linear,
  multiStepDecay,
  noisy,
  oneCycle,
  piecewiseInterpolated,
  polynomial,
  ramp,
  scale,
  scheduleFrom,
  staircase,
  stepDecay,
  tanh,
  warmUp,
  warmUpStableDecay,
  type Schedule,
} from '../../../src/control/index.js';

fc.configureGlobal({ seed: 5 });

const value = fc.double({ min: 1e-6, max: 10, noNaN: true });
// JSON has no -0.
const signed = fc.double({ min: -10, max: 10, noNaN: true }).map((one) => one + 0);
const length = fc.integer({ min: 2, max: 500 });
const step = fc.double({ min: 0, max: 2000, noNaN: true });
const two = fc
  .tuple(step, step)
  .map(([one, other]): [number, number] => [Math.min(one, other), Math.max(one, other)]);

/** From one value to another, never turning back and never leaving what lies between them. */
const ways = fc
  .tuple(signed, signed, length, fc.double({ min: 0.2, max: 4, noNaN: true }))
  .chain(([from, to, steps, power]): fc.Arbitrary<{ schedule: Schedule; from: number; to: number }> =>
    fc
      .constantFrom(
        linear({ from, to, steps }),
        polynomial({ from, to, steps, power }),
        cosine({ from, to, steps, exponent: power }),
        tanh({ from, to, steps }),
        kDecay(linear({ from, to, steps }), { steps, order: power }),
        piecewiseInterpolated({
          values: [from, (from + to) / 2, to],
          boundaries: [steps / 2, steps],
          interpolation: 'cosine',
        }),
        staircase(linear({ from, to, steps }), { every: 7 }),
        ramp(Math.abs(from) + 1, Math.abs(to) + 1, steps, 'constantThermodynamicSpeed'),
      )
      .map((schedule) =>
        schedule.config!.schedule === 'ramp'
          ? { schedule, from: Math.abs(from) + 1, to: Math.abs(to) + 1 }
          : { schedule, from, to },
      ),
  );

/** From a value down, never up, to nothing below 0. */
const falls = fc
  .tuple(value, length, fc.double({ min: 0.01, max: 1, noNaN: true }))
  .chain(([from, steps, rate]) =>
    fc.constantFrom(
      exponential({ from, rate, every: steps }),
      inverseTime({ from, rate, every: steps }),
      inverseSquareRoot({ peak: from, warmUpSteps: steps, warmUp: 'constant' }),
      stepDecay({ from, factor: rate, every: steps }),
      multiStepDecay({ from, factor: rate, boundaries: [steps, 2 * steps] }),
      warmUpStableDecay({ peak: from, steps: 2 * steps, warmUpSteps: 0, decaySteps: steps, decay: 'cosine' }),
      scale(cosine({ from, steps }), { factor: rate }),
      chain([exponential({ from, rate, every: steps }), linear({ from: 1, to: 0, steps })]),
    ),
  );

/** Up and then down, or up and down over and over, within bounds. */
const hills = fc
  .tuple(value, length, fc.double({ min: 0.1, max: 1, noNaN: true }))
  .chain(([peak, steps, decay]) =>
    fc
      .constantFrom(
        oneCycle({ peak, steps: 5 * steps }),
        oneCycle({ peak, steps: 5 * steps, phases: 3, interpolation: 'linear' }),
        cosineRestarts({ from: peak, steps, lengthFactor: 1 + decay, decay }),
        inverseSquareRoot({ peak, warmUpSteps: steps }),
        warmUp(cosine({ from: peak, steps }), { steps }),
        warmUp(exponential({ from: peak, rate: decay }), { steps, from: peak / 2, form: 'exponential' }),
        warmUpStableDecay({
          peak,
          steps: 3 * steps,
          warmUpSteps: steps,
          decaySteps: steps,
          decay: 'oneMinusSquareRoot',
        }),
      )
      .map((schedule) => ({ schedule, peak })),
  );
const any = fc.oneof(
  ways.map(({ schedule }) => schedule),
  falls,
  hills.map(({ schedule }) => schedule),
);

/** What rounding may add to a sum of two numbers of at most this size. */
const rounding = (size: number): number => 4 * Number.EPSILON * Math.abs(size);

describe('every schedule', () => {
  test('gives a finite number at every step, the same whenever it is asked', () => {
    fc.assert(
      fc.property(any, fc.array(step, { minLength: 1 }), (schedule, steps) => {
        const values = steps.map((at) => schedule(at));
        expect(values.every(Number.isFinite)).toBe(true);
        expect(steps.toReversed().map((at) => schedule(at))).toEqual(values.toReversed());
      }),
    );
  });

  test('is the same schedule when it is rebuilt from its JSON, and when noise lies on it', () => {
    fc.assert(
      fc.property(any, step, fc.nat(), (schedule, at, seed) => {
        const rebuilt = scheduleFrom(JSON.parse(JSON.stringify(schedule.config)));
        expect(rebuilt(at)).toBe(schedule(at));
        const shaken = noisy(schedule, { seed });
        expect(scheduleFrom(JSON.parse(JSON.stringify(shaken.config)))(at)).toBe(shaken(at));
      }),
    );
  });

  test('stays between floor and ceiling when it is clipped', () => {
    fc.assert(
      fc.property(any, two, step, (schedule, [minimum, maximum], at) => {
        const clipped = clip(schedule, { minimum, maximum })(at);
        expect(clipped).toBeGreaterThanOrEqual(minimum);
        expect(clipped).toBeLessThanOrEqual(maximum);
      }),
    );
  });
});

test('a way from one value to another never turns back nor leaves them, and ends there exactly', () => {
  fc.assert(
    fc.property(ways, two, ({ schedule, from, to }, [earlier, later]) => {
      const margin = rounding(Math.abs(from) + Math.abs(to));
      const towards = Math.sign(to - from);
      expect(towards * (schedule(later) - schedule(earlier))).toBeGreaterThanOrEqual(-margin);
      expect(schedule(later)).toBeGreaterThanOrEqual(Math.min(from, to) - margin);
      expect(schedule(later)).toBeLessThanOrEqual(Math.max(from, to) + margin);
      expect(schedule(1e6)).toBe(to);
    }),
  );
});

test('a fall never rises and stays above 0', () => {
  fc.assert(
    fc.property(falls, two, (schedule, [earlier, later]) => {
      expect(schedule(later) - schedule(earlier)).toBeLessThanOrEqual(rounding(schedule(0)));
      expect(schedule(later)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a hill stays between 0 and its peak', () => {
  fc.assert(
    fc.property(hills, step, ({ schedule, peak }, at) => {
      expect(schedule(at)).toBeGreaterThanOrEqual(0);
      expect(schedule(at)).toBeLessThanOrEqual(peak + rounding(peak));
    }),
  );
});

test('a restart comes at the first step of its cycle, and not a step before', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 2, max: 10 }),
      fc.integer({ min: 1, max: 8 }),
      (steps, lengthFactor, cycle) => {
        const schedule = cosineRestarts({ from: 1, steps, lengthFactor, decay: 0.5 });
        const start = (steps * (lengthFactor ** cycle - 1)) / (lengthFactor - 1);
        expect(schedule(start)).toBeCloseTo(0.5 ** cycle, 9);
        const last = Math.PI * (1 - 1 / (steps * lengthFactor ** (cycle - 1)));
        expect(schedule(start - 1)).toBeCloseTo((0.5 ** (cycle - 1) * (1 + Math.cos(last))) / 2, 9);
      },
    ),
    { numRuns: 1000 },
  );
});

test('noise keeps to its spread and to its steps', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.double({ min: 1e-3, max: 1, noNaN: true }),
      fc.double({ min: 1e-3, max: 10, noNaN: true }),
      fc.nat({ max: 100 }),
      (seed, spread, deviation, at) => {
        const drawn = noisy(2, { seed, spread, deviation, from: 20, until: 60 })(at);
        expect(Math.abs(drawn / 2 - 1)).toBeLessThanOrEqual(spread);
        expect(drawn === 2).toBe(at < 20 || at >= 60);
      },
    ),
  );
});

// Variances: uniform on (-s, s): s^2 / 3; a standard normal cut off at s: 1 - 2 s phi(s) / (2 Phi(s) - 1), at s = .67:
// phi = .3187371, 2 Phi - 1 = .4971422, so .1408741. Over n draws a mean has the standard error sqrt(v / n), a variance at most
// that of the uniform one, v sqrt((9/5 - 1) / n), and a correlation of independent draws 1 / sqrt(n).
test.each([
  ['uniform', 0.67 ** 2 / 3],
  ['normal', 0.1408741],
] as const)(
  '%s noise has no mean, the variance of its distribution, and no memory of the step or seed before',
  (distribution, variance) => {
    const n = 20_000;
    const drawn = (seed: number): number[] => {
      const schedule = noisy(1, { seed, distribution });
      return Array.from({ length: n }, (_, i) => schedule(i) - 1);
    };
    const noise = drawn(7);
    const next = drawn(8);
    const mean = (values: number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
    expect(Math.abs(mean(noise))).toBeLessThan(4 * Math.sqrt(variance / n));
    expect(Math.abs(mean(noise.map((one) => one * one)) - variance)).toBeLessThan(
      4 * variance * Math.sqrt(0.8 / n),
    );
    const products = noise.slice(1).map((one, i) => one * noise[i]!);
    expect(Math.abs(mean(products)) / variance).toBeLessThan(4 / Math.sqrt(n));
    const across = noise.map((one, i) => one * next[i]!);
    expect(Math.abs(mean(across)) / variance).toBeLessThan(4 / Math.sqrt(n));
  },
);
