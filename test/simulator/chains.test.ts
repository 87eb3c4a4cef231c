import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { ThermoError } from '../../src/error.js';
import { typescriptChains } from '../../src/simulator/chains/typescriptChains.js';
import type { ChainsOptions } from '../../src/simulator/chains/chainsOptions.js';
import type { Conditions } from '../../src/simulator/chains/conditions.js';
import type { Energy } from '../../src/simulator/energies/energy.js';
import { loadKernel } from '../../src/simulator/kernel/loadKernel.js';
import { typescriptKernel } from '../../src/simulator/kernel/typescriptKernel.js';

const kernel = await loadKernel();
const linear: Energy = { kind: 'linear', direction: Float64Array.of(1, 0, 0), offset: 1 };
const options = {
  dimension: 3,
  chains: 2,
  seed: 1,
  firstChain: 0,
  weights: Float32Array.of(1, 0, 0, 0, 1, 0),
  energy: linear,
  noise: { kind: 'isotropic' },
} as const satisfies ChainsOptions;
const conditions: Conditions = {
  control: {
    protocol: 'fixedEffectiveLearningRate',
    effectiveLearningRate: 0.01,
    weightDecay: 0.02,
    momentum: 0,
  },
  deviation: 1,
  strength: 1,
};

describe('the kernel', () => {
  test('is WebAssembly where there is SIMD, and says why not where it is not', () => {
    expect(kernel.engineOf(options)).toEqual({ name: 'wasm' });
    const own: Energy = { kind: 'own', offset: 0, value: () => 0, gradient: () => {} };
    expect(kernel.engineOf({ ...options, energy: own })).toEqual({
      name: 'typescript',
      reason: "the energy or the noise is a user's own function",
    });
    expect(typescriptKernel('there is no WebAssembly here').engineOf(options)).toEqual({
      name: 'typescript',
      reason: 'there is no WebAssembly here',
    });
  });

  test('runs an energy and a noise of the user as it runs its own of the same form', () => {
    const direction = Float64Array.of(0.5, -0.2, 0.3, 0.7);
    const given = {
      ...options,
      dimension: 4,
      weights: Float32Array.of(1, 0.5, 0, 0, 0, 0.3, 1, -1),
    };
    const built = kernel.chains({ ...given, energy: { kind: 'linear', direction, offset: 2 } });
    const own = kernel.chains({
      ...given,
      energy: {
        kind: 'own',
        offset: 2,
        value: (u) => u.reduce((sum, x, i) => sum + x * direction[i]!, 0),
        gradient: (_, gradient) => gradient.set(direction),
      },
      noise: { kind: 'own', shape: () => {} },
    });
    for (const body of [built, own]) body.runTogether(Array.from({ length: 50 }, () => conditions));
    for (const [i, weight] of own.weights().entries()) expect(weight).toBeCloseTo(built.weights()[i]!, 5);
    expect(own.takeSums().energy[0]).toBeCloseTo(built.takeSums().energy[0]!, 4);
  });

  test('keeps no more memory the more steps are taken, and lets go of it when the chains are disposed of', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const held = (): number => {
      collect();
      // What the first collection found is swept by the second.
      collect();
      return process.memoryUsage().external / 1e6;
    };
    const dimension = 4_000_000;
    const gas = {
      dimension,
      chains: 4,
      energy: { kind: 'linear', direction: new Float64Array(dimension), offset: 0 },
      noise: { kind: 'isotropic' },
    } as const;
    const start = { seed: 1, firstChain: 0, weights: new Float32Array(4 * dimension).fill(1) };
    const before = held();
    // 64 MB of weights, 64 MB of normals, 32 MB of numbers of the energy and the noise.
    const body = kernel.chains({ ...gas, ...start });
    body.runTogether([conditions]);
    const running = held();
    expect(running - before).toBeGreaterThan(150);
    for (let step = 0; step < 5; step += 1) body.runTogether([conditions]);
    body.takeSums();
    expect(held() - running).toBeLessThan(20);
    body.dispose();
    expect(held() - before).toBeLessThan(20);
    expect(() => body.weights()).toThrow('these chains were disposed of: make new ones');
  });
});

describe.each([
  ['the SIMD kernel', kernel.chains],
  ['plain TypeScript', typescriptChains],
] as const)('chains of %s', (_, chains) => {
  test.each([
    [{ dimension: 1 }, 'dimension is 1: pass a whole number of at least 2'],
    [{ chains: 0 }, 'chains is 0: pass a whole number of at least 1'],
    [{ chains: 3 }, 'weights has 6 numbers: pass 9, chains and dimension being what they are'],
    [{ seed: -1 }, 'seed is -1: pass a whole number of at least 0'],
    [{ firstChain: 0.5 }, 'firstChain is 0.5: pass a whole number of at least 0'],
    [
      { weights: Float32Array.of(1, 0, 0, 0, 0, 0) },
      'weights of chain 1 have the squared norm 0: pass finite weights that are not all zero',
    ],
    [
      { weights: Float32Array.of(1, 0, 0, 0, NaN, 0) },
      'weights of chain 1 have the squared norm NaN: pass finite weights that are not all zero',
    ],
    [
      { energy: { kind: 'linear', direction: Float64Array.of(1, 0), offset: 0 } },
      'direction of the energy has 2 numbers: pass 3, chains and dimension being what they are',
    ],
    [
      { energy: { kind: 'quadratic', coefficients: Float64Array.of(1, Infinity, 0), offset: 0 } },
      'coefficients of the energy holds Infinity: pass finite single precision numbers',
    ],
    [
      { noise: { kind: 'diagonal', deviations: Float64Array.of(1, -1, 0) } },
      'deviations of the noise hold -1: pass numbers of at least 0',
    ],
  ] as const)('refuse %o', (change, message) => {
    expect(() => chains({ ...options, ...change } as ChainsOptions)).toThrow(new ThermoError(message));
  });

  test.each([
    [{ ...conditions, deviation: -1 }, 'deviation of step 1 is -1: pass a finite number of at least 0'],
    [{ ...conditions, strength: NaN }, 'strength of step 1 is NaN: pass a finite number'],
    [
      { ...conditions, control: { ...conditions.control, momentum: 1 } },
      'momentum of step 1 is 1: pass a number in [0, 1)',
    ],
    [
      { ...conditions, control: { ...conditions.control, effectiveLearningRate: Infinity } },
      'effectiveLearningRate of step 1 is Infinity: pass a finite number of at least 0',
    ],
    [
      {
        ...conditions,
        control: { protocol: 'fixedSphere', effectiveLearningRate: 0.1, radius: 1e-60, momentum: 0 },
      },
      'radius of step 1 is 1e-60: pass a finite number greater than 0',
    ],
    [
      { ...conditions, control: { protocol: 'fixedRate', momentum: 0 } },
      'protocol of step 1 is fixedRate: pass fixedLearningRate, fixedEffectiveLearningRate or fixedSphere',
    ],
  ] as const)('refuse the condition %o before any step is taken', (wrong, message) => {
    const body = chains(options);
    const before = body.weights();
    expect(() => body.runTogether([conditions, wrong as Conditions])).toThrow(new ThermoError(message));
    expect(body.weights()).toEqual(before);
    expect(body.takeSums().steps).toBe(0);
  });

  test('refuse conditions that are not one for each chain', () => {
    expect(() => chains(options).runApart([conditions], 10)).toThrow(
      'conditions are 1: pass 2, one for each chain',
    );
  });
});
