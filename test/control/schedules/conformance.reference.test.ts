import { describe, expect, test } from 'vitest';
import * as control from '../../../src/control/index.js';
import {
  add,
  byEpochs,
  chain,
  clip,
  exponential,
  join,
  piecewiseConstant,
  scale,
  scheduleFrom,
  scheduleNames,
  shift,
} from '../../../src/control/index.js';
import { references } from './references.js';

describe.each(references)('$title', ({ schedule, values, accuracy = 1e-12, continuous }) => {
  test('has the values of the original', () => {
    for (const [step, value] of values) {
      const difference = Math.abs(schedule(step) - value);
      expect(difference, `at step ${step}`).toBeLessThanOrEqual(accuracy * Math.abs(value));
    }
  });

  test(continuous ? 'does not jump' : 'jumps where it says', () => {
    const last = values.at(-1)![0];
    const heights = values.map(([, value]) => value);
    const range = Math.max(...heights) - Math.min(...heights) || 1;
    // A square root is the steepest of all: over 1e-9 steps it passes 1e-5 of a range of ten steps.
    const jumps = Array.from({ length: Math.min(last, 100) }, (_, i) =>
      [-1e-9, 1e-9].map((aside) => Math.abs(schedule(i + 1) - schedule(i + 1 + aside))),
    ).flat();
    const greatest = Math.max(...jumps) / range;
    if (continuous) expect(greatest).toBeLessThan(1e-4);
    else expect(greatest).toBeGreaterThan(1e-3);
  });

  test('comes back from its config, the same in every step', () => {
    const rebuilt = scheduleFrom(JSON.parse(JSON.stringify(schedule.config)));
    for (let step = 0; step < 60; step += 0.5) expect(rebuilt(step)).toBe(schedule(step));
    expect(rebuilt.config).toEqual(schedule.config);
  });

  test('can be scaled, clipped, joined, chained, added, shifted and counted in epochs', () => {
    for (const [step] of values) {
      const value = schedule(step);
      expect(scale(schedule, { factor: -3 })(step)).toBe(-3 * value);
      expect(clip(schedule, { minimum: 0.02, maximum: 0.06 })(step)).toBe(
        value < 0.02 ? 0.02 : value > 0.06 ? 0.06 : value,
      );
      expect(join([7, schedule], { boundaries: [12] })(step + 12)).toBe(value);
      expect(chain([schedule, 2])(step)).toBe(2 * value);
      expect(add([schedule, -2])(step)).toBe(value - 2);
      expect(shift(schedule, { by: step })(0)).toBe(value);
      expect(byEpochs(schedule, { stepsPerEpoch: 4 })(4 * step + 3)).toBe(value);
    }
  });
});

test('every schedule there is stands in the table, and is exported under its name', () => {
  const inTable = new Set(references.map(({ title }) => title.slice(0, title.indexOf(':'))));
  expect([...inTable].sort()).toEqual([...scheduleNames].sort());
  expect(Object.keys(control)).toEqual(expect.arrayContaining([...scheduleNames]));
});

// PyTorch's documentation of ChainedScheduler shows ConstantLR(factor=.1, total_iters=20) and ExponentialLR(gamma=.9) as
// lr = .05, .0450, .0405, ..., .00675 at epoch 19, .06078 at 20, .05470 at 21, for a base rate that it calls .05. They are
// those of .5: PyTorch itself, run at .05, gives .005, .0045, .00405, ..., .000675, .006078, .005470.
test("PyTorch's documented chain comes out to the digit", () => {
  const factors = [
    piecewiseConstant({ values: [0.1, 1], boundaries: [20] }),
    exponential({ from: 1, rate: 0.9 }),
  ];
  const digits = (base: number): string[] =>
    [0, 1, 2, 19, 20, 21].map((step) => chain([base, ...factors])(step).toPrecision(4));
  expect(digits(0.5)).toEqual(['0.05000', '0.04500', '0.04050', '0.006754', '0.06079', '0.05471']);
  expect(digits(0.05)).toEqual(['0.005000', '0.004500', '0.004050', '0.0006754', '0.006079', '0.005471']);
});
