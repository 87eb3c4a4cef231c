import { describe, expect, test } from 'vitest';
import { entropyCost } from '../../src/experiments/benchmarks/entropyCost.js';
import { pythonWithSklearn, sklearnEntropy } from '../../src/experiments/benchmarks/sklearnEntropy.js';
import { directionEntropy, entropyRing } from '../../src/simulator/entropy/index.js';
import { vonMisesFisherSample } from './vonMisesFisherSample.js';

const python = await pythonWithSklearn();
if (python === undefined) {
  process.stderr.write('SKIPPED: no python3 can import sklearn (apt-get install python3-sklearn)\n');
}

describe.skipIf(python === undefined)('scikit-learn on the same samples', () => {
  test.each([
    [2, 5, 1000],
    [3, 1, 1000],
    [3, 10, 1000],
    [3, 1000, 1000],
    [10, 100, 1000],
    [100, 1000, 500],
    [2000, 20_000, 300],
  ])(
    'gives the same entropy at d = %i, kappa = %f to 1e-6 nat',
    async (dimension, concentration, samples) => {
      const weights = Float32Array.from(
        vonMisesFisherSample(samples, { dimension, concentration }, dimension),
      );
      const rows = Array.from({ length: samples }, (_, row) =>
        weights.subarray(row * dimension, (row + 1) * dimension),
      );
      const { nats } = await sklearnEntropy(python!, rows, samples, dimension);
      const ours = directionEntropy(weights, { dimension, form: 'angles' });
      expect(Math.abs(ours.nats - nats)).toBeLessThan(1e-6);

      const ring = entropyRing({ capacity: samples, dimension, form: 'angles' });
      rows.forEach((row) => ring.push(row));
      // In many dimensions the ring keeps points in single precision: 2^-24 of a distance, in d directions, as a random walk.
      const rounding = 2 * dimension > samples ? 2 ** -24 * Math.sqrt(dimension) : 0;
      expect(Math.abs(ring.entropy().nats - nats)).toBeLessThan(1e-6 + rounding);
    },
  );

  test('gives the same entropy in the benchmark, as the ring moves on', async () => {
    const cost = await entropyCost({ capacity: 500, dimension: 1000, estimates: 2 });
    // Points in single precision: 2^-24 of a distance, in d directions, as a random walk.
    expect(cost.difference).toBeLessThan(1e-6 + 2 ** -24 * Math.sqrt(1000));
    expect(cost.speedup).toBe(cost.sklearnSeconds! / cost.ringSecondsPer200);
  });
});
