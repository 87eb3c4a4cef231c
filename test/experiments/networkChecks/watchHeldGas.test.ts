import { describe, expect, test } from 'vitest';
import { watchHeldGas } from '../../../src/experiments/networkChecks/watchHeldGas.js';
import type { HeldState } from '../../../src/experiments/index.js';
import { ensemble } from '../../../src/simulator/index.js';

const dimension = 200;
const sampling = { samples: 24, settling: 0.15, spacing: 0.02, steps: 5 };

/** One simulated chain of pure noise on a sphere, watched until every sample is taken. */
async function held(effectiveLearningRate: number, radius: number): Promise<HeldState | null> {
  const body = await ensemble({ dimension, chains: 1, radius, seed: 7 });
  const control = { protocol: 'fixedSphere', effectiveLearningRate, radius, momentum: 0 } as const;
  const watch = watchHeldGas(sampling);
  try {
    for (let isFull = false, step = 1; !isFull; step += 1) {
      const observation = await body.run([{ control, deviation: 1, strength: 0 }]);
      expect(watch.state()).toBeNull();
      isFull = await watch.take({
        step,
        phase: 'hold',
        effectiveLearningRate,
        observation,
        temperature: () => Promise.resolve(effectiveLearningRate / 2),
        weights: () => body.weights(),
      });
    }
  } finally {
    await body.dispose();
  }
  return watch.state();
}

describe('a held gas that diffuses', () => {
  test('in samples spaced by its own time has the entropy of a cold gas: half the logarithm of T, and of V', async () => {
    const [hot, cold] = [await held(0.004, 1), await held(0.001, 3)];
    expect(cold!.volume).toBeCloseTo(4.5, 5);
    expect(cold!.temperature.value).toBeCloseTo(0.0005, 12);
    // 24 distances of 199 components each: ln eps is known to 1 / sqrt(2 x 199 x 24) = .01.
    const expected = Math.log(1 / 4) / 2 + Math.log(9) / 2;
    expect(Math.abs(cold!.entropy - hot!.entropy - expected)).toBeLessThan(0.05);
  });

  test('in samples spaced by steps seems to lose twice as much by cooling', async () => {
    const [hot, cold] = [await held(0.004, 1), await held(0.001, 1)];
    expect(Math.abs(cold!.entropyBySteps - hot!.entropyBySteps - Math.log(1 / 4))).toBeLessThan(0.05);
  });
});
