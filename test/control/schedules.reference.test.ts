import { describe, expect, test } from 'vitest';
import { constant, ramp, scheduleFrom } from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';

// Values by hand from the formulas of the pacings at fractions 0, 1/4, 1/2, 1 of the way from 8 to 2: linear 8 - 6 f,
// geometric 8 (1/4)^f, cosine 5 + 3 cos(pi f), constant thermodynamic speed 8 / (1 + 3 f).
describe('a ramp from 8 to 2 over 4 steps', () => {
  test.each([
    ['linear', [8, 6.5, 5, 2]],
    ['geometric', [8, 5.656854249492381, 4, 2]],
    ['cosine', [8, 7.121320343559643, 5, 2]],
    ['constantThermodynamicSpeed', [8, 4.571428571428571, 3.2, 2]],
  ] as const)('is paced %s', (pacing, [start, quarter, half, end]) => {
    const schedule = ramp(8, 2, 4, pacing);
    expect(schedule(0)).toBe(start);
    expect(schedule(1)).toBeCloseTo(quarter, 14);
    expect(schedule(2)).toBeCloseTo(half, 14);
    expect(schedule(4)).toBe(end);
  });

  test('holds its end from then on', () => {
    const schedule = ramp(8, 2, 4);
    expect([5, 1000].map((step) => schedule(step))).toEqual([2, 2]);
  });
});

test('constant is the same in every step', () => {
  expect([0, 7, 1e9].map((step) => constant(0.3)(step))).toEqual([0.3, 0.3, 0.3]);
});

test('a schedule comes back from its config', () => {
  const schedule = ramp(1, 0.01, 100, 'geometric');
  const restored = scheduleFrom(JSON.parse(JSON.stringify(schedule.config)));
  for (const step of [0, 1, 50, 99, 100]) expect(restored(step)).toBe(schedule(step));
  expect(scheduleFrom(constant(0.3).config!)(5)).toBe(0.3);
});

describe('schedules are refused in one line', () => {
  test.each<[string, () => unknown, string]>([
    ['NaN', () => constant(Number.NaN), 'value of constant is NaN: pass a finite number'],
    ['no steps', () => ramp(1, 2, 0), 'steps of ramp is 0: pass a whole number of at least 1'],
    ['infinite start', () => ramp(Infinity, 2, 1), 'start of ramp is Infinity: pass a finite number'],
    ['infinite end', () => ramp(1, -Infinity, 1), 'end of ramp is -Infinity: pass a finite number'],
    [
      'a geometric way to zero',
      () => ramp(1, 0, 10, 'geometric'),
      "geometric pacing's to is 0: pass a number greater than 0",
    ],
    [
      'an unknown pacing',
      () => ramp(1, 2, 10, 'sudden' as 'linear'),
      'pacing is sudden: pass linear, geometric, cosine, constantThermodynamicSpeed',
    ],
    [
      'an unknown config',
      () => scheduleFrom({ schedule: 'warmup' }),
      "schedule 'warmup' is not known: known are constant, ramp",
    ],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(new ThermoError(message));
  });
});
