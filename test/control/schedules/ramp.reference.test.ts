import { expect, test } from 'vitest';
import { ramp } from '../../../src/control/index.js';

// By hand from the formulas of the pacings at fractions 0, 1/4, 1/2, 1 of the way from 8 to 2: linear 8 - 6 f, geometric
// 8 (1/4)^f, cosine 5 + 3 cos(pi f), constant thermodynamic speed 8 / (1 + 3 f).
test.each([
  ['linear', [8, 6.5, 5, 2]],
  ['geometric', [8, 5.656854249492381, 4, 2]],
  ['cosine', [8, 7.121320343559643, 5, 2]],
  ['constantThermodynamicSpeed', [8, 4.571428571428571, 3.2, 2]],
] as const)('a ramp from 8 to 2 over 4 steps is paced %s and holds its end', (pacing, values) => {
  const schedule = ramp(8, 2, 4, pacing);
  const [start, quarter, half, end] = values;
  expect(schedule(0)).toBe(start);
  expect(schedule(1)).toBeCloseTo(quarter, 14);
  expect(schedule(2)).toBeCloseTo(half, 14);
  expect([4, 5, 1000].map((step) => schedule(step))).toEqual([end, end, end]);
});
