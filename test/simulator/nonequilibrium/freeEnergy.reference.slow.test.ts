import { describe, expect, test } from 'vitest';
import { bennettFreeEnergy, crooksCrossing, jarzynskiFreeEnergy } from '../../../src/physics/index.js';
import { switchingWorks, type SwitchingWorks } from '../../../src/simulator/nonequilibrium/index.js';

/** Far from `expected` by no more than four standard errors. */
function expectNear(
  { value, standardError }: { readonly value: number; readonly standardError: number },
  expected: number,
): void {
  expect(Math.abs(value - expected)).toBeLessThan(4 * standardError);
}

// H = -h cos theta on S^2, F = -T ln(4 pi sinh(h/T) / (h/T)); eta_eff = .002, 100 increments of 10 steps, 40,000 trajectories.
describe.each([
  { what: 'h from 1 to 2 at T = 1', temperature: 1, from: 1, to: 2, difference: -0.43378083 },
  { what: 'h from 1 to 4 at T = .5', temperature: 0.5, from: 1, to: 4, difference: -2.31609549 },
])('switching $what', ({ temperature, from, to, difference }) => {
  let works: SwitchingWorks;
  test('takes works', async () => {
    works = await switchingWorks({ temperature, field: (s) => [-from - (to - from) * s, 0, 0] });
    expect(works.forward).toHaveLength(40_000);
  });

  test('gives dF within 1 % by Jarzynski and by Bennett, and within four standard errors', () => {
    const jarzynski = jarzynskiFreeEnergy(works.forward, temperature);
    const bennett = bennettFreeEnergy(works.forward, works.backward, temperature);
    for (const estimate of [jarzynski, bennett]) {
      expectNear(estimate, difference);
      expect(Math.abs(estimate.value / difference - 1)).toBeLessThan(0.01);
    }
  });

  test('crosses at dF with the slope 1 / T, as Crooks has it', () => {
    const { crossing, slope } = crooksCrossing(works.forward, works.backward, temperature);
    expectNear(crossing, difference);
    expectNear(slope, 1);
  });
});

test('turning the axis by a right angle changes no free energy', async () => {
  const angle = (s: number): number => (s * Math.PI) / 2;
  const { forward, backward } = await switchingWorks({
    temperature: 1,
    field: (s) => [-Math.cos(angle(s)), -Math.sin(angle(s)), 0],
  });
  expectNear(jarzynskiFreeEnergy(forward, 1), 0);
  const bennett = bennettFreeEnergy(forward, backward, 1);
  expectNear(bennett, 0);
  expect(Math.abs(bennett.value)).toBeLessThan(0.01);
});
