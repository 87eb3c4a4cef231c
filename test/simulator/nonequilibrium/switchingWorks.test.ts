import { describe, expect, test } from 'vitest';
import { estimateOf, vonMisesFisherFreeEnergy } from '../../../src/physics/index.js';
import { switchingWorks } from '../../../src/simulator/nonequilibrium/index.js';

const quick = { temperature: 1, trajectories: 200, increments: 5, effectiveLearningRate: 0.02 };

describe('the work of switching', () => {
  test('is 0 where the energy stays as it is', async () => {
    const { forward, backward } = await switchingWorks({ ...quick, field: () => [-1, 0, 0] });
    expect([...forward, ...backward].every((work) => work === 0)).toBe(true);
  });

  test('is, in one sudden increment, what the energy of the weights in equilibrium changes by', async () => {
    // <-cos theta> at kappa = 1 is 1 - coth 1 = -0.3130; the field changes by 1, and back from kappa = 2: 0.5373.
    const { forward, backward } = await switchingWorks({
      ...quick,
      trajectories: 4000,
      increments: 1,
      field: (fraction) => [-1 - fraction, 0, 0],
    });
    const there = estimateOf([...forward]);
    const back = estimateOf([...backward]);
    expect(Math.abs(there.value + 0.313)).toBeLessThan(4 * there.standardError + 0.01);
    expect(Math.abs(back.value - 0.5373)).toBeLessThan(4 * back.standardError + 0.01);
  });

  test('is no less than the free energy, on the mean', async () => {
    const { forward, backward } = await switchingWorks({
      ...quick,
      temperature: 0.5,
      field: (fraction) => [-1 - 3 * fraction, 0, 0],
    });
    const difference =
      vonMisesFisherFreeEnergy({ dimension: 3, temperature: 0.5, strength: 4 }) -
      vonMisesFisherFreeEnergy({ dimension: 3, temperature: 0.5, strength: 1 });
    expect(difference).toBeCloseTo(-2.31609549, 8);
    expect(estimateOf([...forward]).value).toBeGreaterThan(difference);
    expect(estimateOf([...backward]).value).toBeGreaterThan(-difference);
  });

  test('is the same for the same seed, and another for another', async () => {
    const field = (fraction: number) => [Math.cos(fraction), Math.sin(fraction)];
    const first = await switchingWorks({ ...quick, field, seed: 3 });
    const again = await switchingWorks({ ...quick, field, seed: 3 });
    const other = await switchingWorks({ ...quick, field, seed: 4 });
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(first.forward).not.toEqual(first.backward);
  });

  test('stops at the signal, with its reason', async () => {
    const reason = new Error('enough');
    const signal = AbortSignal.abort(reason);
    await expect(switchingWorks({ ...quick, field: () => [1, 0], signal })).rejects.toBe(reason);
  });

  test('is refused for a field that is no field, by name', async () => {
    await expect(switchingWorks({ ...quick, field: () => [1] })).rejects.toThrow('numbers of field(0) is 1');
    await expect(
      switchingWorks({ ...quick, field: (fraction) => (fraction === 0 ? [1, 0] : [1, 0, 0]) }),
    ).rejects.toThrow('field(1) has 3 numbers: pass 2, as field(0) has');
    await expect(switchingWorks({ ...quick, field: () => [1, NaN] })).rejects.toThrow(
      'field(0)[1] is NaN: pass a finite number',
    );
    await expect(switchingWorks({ ...quick, temperature: 0, field: () => [1, 0] })).rejects.toThrow(
      'temperature is 0: pass a number greater than 0',
    );
  });
});
