import { describe, expect, test } from 'vitest';
import type { Control } from '../../src/control/index.js';
import {
  diagonalNoise,
  ensemble,
  linearEnergy,
  ownEnergy,
  ownNoise,
  quadraticEnergy,
  type Conditions,
  type EnsembleOptions,
} from '../../src/simulator/index.js';

const held: Control = {
  protocol: 'fixedEffectiveLearningRate',
  effectiveLearningRate: 0.01,
  weightDecay: 0.02,
  momentum: 0,
};
const steps = (count: number, given: Partial<Conditions> = {}): Conditions[] =>
  Array.from({ length: count }, () => ({ control: held, deviation: 1, strength: 1, ...given }));

async function weightsAfter(options: EnsembleOptions, runs: readonly number[]): Promise<Float32Array> {
  const gas = await ensemble(options);
  for (const count of runs) await gas.run(steps(count));
  const weights = await gas.weights();
  await gas.dispose();
  return weights;
}

describe('an ensemble', () => {
  test('shows the decay of a gas that nothing else moves', async () => {
    const gas = await ensemble({ dimension: 5, chains: 3, radius: 2 });
    const control: Control = {
      protocol: 'fixedLearningRate',
      learningRate: 0.5,
      weightDecay: 0.5,
      momentum: 0,
    };
    const observation = await gas.run(steps(2, { control, deviation: 0, strength: 0 }));
    expect(observation).toEqual({
      step: 2,
      window: 2,
      dimension: 5,
      radius: expect.closeTo(2 * 0.75 ** 2, 6),
      squaredRadius: expect.closeTo((4 + 4 * 0.75 ** 2) / 2, 6),
      loss: 1,
      secondMoment: 0,
      effectiveLearningRate: 0,
      pressure: 0.5,
      noise: 0,
      angle: null,
      stepCorrelation: null,
      guarded: 0,
      control,
    });
    expect(gas.step).toBe(2);
  });

  test('shows the means over its chains of energy, second moment and heating', async () => {
    // At the equator |grad f| = 1, at the pole 0: M = 1 and 0, L = 1 and 2.
    const gas = await ensemble({ dimension: 3, chains: 2, radius: 2, directions: [0, 1, 0, 5, 0, 0] });
    const control: Control = {
      protocol: 'fixedLearningRate',
      learningRate: 0.1,
      weightDecay: 0.3,
      momentum: 0,
    };
    const observation = await gas.run(steps(1, { control, deviation: 0 }));
    expect(observation.loss).toBeCloseTo(1.5, 6);
    expect(observation.secondMoment).toBeCloseTo(0.5, 6);
    expect(observation.effectiveLearningRate).toBeCloseTo(0.1 / 4, 7);
    expect(observation.pressure).toBeCloseTo(0.3, 7);
    // Decay makes both radii 1.94; the gradient 1/2 of the first, at a right angle, adds 0.05^2 to its square.
    expect(observation.radius).toBeCloseTo(Math.sqrt((1.94 ** 2 + 0.05 ** 2 + 1.94 ** 2) / 2), 6);
  });

  test('averages a noise whose deviation moves', async () => {
    const gas = await ensemble({ dimension: 4, chains: 2 });
    const moving = [1, 2, 3].map((deviation) => steps(1, { deviation })[0]!);
    expect((await gas.run(moving)).noise).toBeCloseTo(((1 + 4 + 9) / 3) * 3, 10);
  });

  test('takes off what of a diagonal noise points along the weights', async () => {
    const still: Control = {
      protocol: 'fixedSphere',
      effectiveLearningRate: 0,
      radius: 1,
      momentum: 0,
    };
    const gas = await ensemble({
      dimension: 3,
      chains: 2,
      noise: diagonalNoise([1, 2, 3]),
      directions: [1, 0, 0, 0, 1, 1],
    });
    // 1 + 4 + 9, less 1 for the first chain, less (4 + 9) / 2 for the second.
    expect((await gas.run(steps(1, { control: still, deviation: 2 }))).noise).toBeCloseTo(
      4 * ((13 + 7.5) / 2),
      5,
    );
  });

  test("estimates a noise of the user's own by pairs", async () => {
    const chains = 20_000;
    const gas = await ensemble({
      dimension: 5,
      chains,
      noise: ownNoise((_, normals) => normals.forEach((value, i) => (normals[i] = 3 * value + 7))),
    });
    const { noise } = await gas.run(steps(1));
    // |P (n1 - n2)|^2 / 2 is 9 times a chi-square of 4 degrees: its standard error is 9 sqrt(8 / chains).
    expect(Math.abs(noise! - 36)).toBeLessThan(4 * 9 * Math.sqrt(8 / chains));
  });

  test('starts uniformly on the sphere', async () => {
    const chains = 20_000;
    const gas = await ensemble({ dimension: 3, chains, radius: 2 });
    const weights = await gas.weights();
    for (const axis of [0, 1, 2]) {
      const column = weights.filter((_, i) => i % 3 === axis);
      const mean = column.reduce((sum, value) => sum + value, 0) / chains;
      const square = column.reduce((sum, value) => sum + value ** 2, 0) / chains;
      // A coordinate is uniform on [-2, 2]: variance 4/3, that of its square 64/45.
      expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(4 / 3 / chains));
      expect(Math.abs(square - 4 / 3)).toBeLessThan(4 * Math.sqrt(64 / 45 / chains));
    }
  });

  test('does the same, to the last bit, however its steps are cut into runs', async () => {
    const options = { dimension: 7, chains: 9, seed: 3 };
    expect(await weightsAfter(options, [6, 1, 13])).toEqual(await weightsAfter(options, [20]));
  });

  test('has the same chains whatever their number', async () => {
    const few = await weightsAfter({ dimension: 3, chains: 2, seed: 5 }, [10]);
    const many = await weightsAfter({ dimension: 3, chains: 11, seed: 5 }, [10]);
    expect(many.slice(0, 6)).toEqual(few);
  });

  test('does something else with another seed', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map((seed) => weightsAfter({ dimension: 3, chains: 2, seed }, [1])),
    );
    expect(other).not.toEqual(one);
  });

  test('stops between chunks when it is told to, with the reason', async () => {
    const gas = await ensemble({ dimension: 3, chains: 1 });
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('enough')), 60);
    await expect(gas.run(Array<Conditions>(10_000_000).fill(steps(1)[0]!), stop.signal)).rejects.toThrow(
      'enough',
    );
    expect(gas.step).toBeGreaterThan(0);
    expect(gas.step).toBeLessThan(10_000_000);
  });
});

describe('an ensemble refuses in one line', () => {
  const cases: [string, EnsembleOptions, RegExp][] = [
    ['a dimension under 2', { dimension: 1 }, /^dimension is 1: pass a whole number of at least 2$/],
    ['no chains', { dimension: 3, chains: 0 }, /^chains is 0/],
    ['a radius that is not finite', { dimension: 3, radius: NaN }, /^radius is NaN/],
    ['a seed that is not whole', { dimension: 3, seed: 0.5 }, /^seed is 0.5: pass a whole number/],
    [
      'an energy of another dimension',
      { dimension: 3, energy: linearEnergy({ dimension: 4 }) },
      /direction of the energy has 4 numbers/,
    ],
    [
      'an energy of no kind that is known',
      { dimension: 3, energy: { kind: 'cubic' } as never },
      /^energy is "cubic": pass linearEnergy/,
    ],
    [
      'a noise of no kind that is known',
      { dimension: 3, noise: null as never },
      /^noise is null: pass isotropicNoise/,
    ],
    [
      'directions that are too few',
      { dimension: 3, directions: [1, 0, 0] },
      /^directions has 3 numbers: pass 1000 x 3/,
    ],
    [
      'a direction without length',
      { dimension: 2, chains: 2, directions: [1, 0, 0, 0] },
      /^direction of chain 1 has no length/,
    ],
    [
      'more memory than there is, with the size',
      { dimension: 1_000_000, chains: 100_000 },
      /^An ensemble of 100000 chains of dimension 1000000 needs 2240 GB, of .* GB that can be had: pass fewer chains or a smaller dimension$/,
    ],
    ['an option that is not known', { dimension: 3, chain: 4 } as never, /ensemble has no option chain/],
  ];
  test.each(cases)('%s', async (_, options, message) => {
    await expect(ensemble(options)).rejects.toThrow(message);
  });

  test('a function of the user that throws, naming it and the step', async () => {
    let calls = 0;
    const gas = await ensemble({
      dimension: 2,
      chains: 1,
      energy: ownEnergy({
        value: () => 0,
        gradient: () => {
          calls += 1;
          if (calls === 3) throw new Error('no such place');
        },
      }),
    });
    await expect(gas.run(steps(5))).rejects.toThrow(
      /^step 3: gradient of the energy threw "no such place": mend the function$/,
    );
  });

  test('a function of the user that gives NaN, naming it and the step', async () => {
    const energy = ownEnergy({ value: () => NaN, gradient: () => undefined });
    const gas = await ensemble({ dimension: 2, chains: 1, energy });
    await expect(gas.run(steps(5))).rejects.toThrow(
      /^step 1: value of the energy gave NaN: give a finite number$/,
    );
  });

  test('a noise of the user that is not finite', async () => {
    const noise = ownNoise((_, normals) => normals.fill(Infinity));
    const gas = await ensemble({ dimension: 2, chains: 1, noise });
    await expect(gas.run(steps(1))).rejects.toThrow(/^step 1: shape of the noise wrote what is not finite/);
  });

  test('energies that cannot be', () => {
    expect(() => linearEnergy({ dimension: 3, direction: [1, 0] })).toThrow(/direction has 2 numbers/);
    expect(() => linearEnergy({ dimension: 2, direction: [1, NaN] })).toThrow(/direction\[1\] is NaN/);
    expect(() => quadraticEnergy({ coefficients: [1] })).toThrow(/coefficients has 1 numbers/);
    expect(() => diagonalNoise([1, -1])).toThrow(/deviations\[1\] is -1/);
    expect(() => ownEnergy({ value: 3 as never, gradient: () => undefined })).toThrow(
      /value of the energy is 3: pass a function/,
    );
  });
});
