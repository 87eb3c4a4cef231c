import type { Control } from '../../control/index.js';
import {
  estimateOf,
  radiusAtFixedEffectiveLearningRate,
  radiusAtFixedLearningRate,
} from '../../physics/index.js';
import { ensemble } from '../../simulator/index.js';
import { adiabatResults } from './adiabatResults.js';
import { lagResults } from './lagResults.js';
import type { LawCheck, LawCheckOptions } from './lawCheck.js';
import { lawResult, type LawResult } from './lawResult.js';

/** Pure noise of sigma = 1 in three dimensions, started at twice the stationary radius: M = sigma^2 (d - 1) throughout. */
const gas = { dimension: 3, chains: 1000, radius: 2 };
const secondMoment = 2;
const rates = { weightDecay: 0.01, momentum: 0 };

/** The two protocols whose radius is free, with the power of r that is read and its closed form. */
const relaxations: readonly {
  readonly control: Control;
  readonly power: 2 | 4;
  readonly radiusAfter: (steps: number) => number;
  readonly readAfter: readonly number[];
}[] = [
  {
    control: { protocol: 'fixedLearningRate', learningRate: 0.01, ...rates },
    power: 4,
    radiusAfter: (steps) =>
      radiusAtFixedLearningRate({
        learningRate: 0.01,
        ...rates,
        secondMoment,
        initialRadius: gas.radius,
        steps,
      }),
    readAfter: [500, 1000, 2000, 4000],
  },
  {
    control: { protocol: 'fixedEffectiveLearningRate', effectiveLearningRate: 0.01, ...rates },
    power: 2,
    radiusAfter: (steps) =>
      radiusAtFixedEffectiveLearningRate({
        effectiveLearningRate: 0.01,
        ...rates,
        secondMoment,
        initialRadius: gas.radius,
        steps,
      }),
    readAfter: [2000, 5000, 10_000, 20_000],
  },
];

/** Radii that relax, an adiabat at constant learning rate, and a path too fast to be followed without feed-forward. */
export const relaxationCheck: LawCheck = async function* (options) {
  const parts = [...relaxations.map(relaxed), adiabatResults, lagResults];
  for (const [index, part] of parts.entries()) {
    yield* await part(options);
    options.onProgress((index + 1) / parts.length);
  }
};

function relaxed({ control, power, radiusAfter, readAfter }: (typeof relaxations)[number]) {
  return async ({ seed, signal }: LawCheckOptions): Promise<readonly LawResult[]> => {
    const body = await ensemble({ ...gas, seed });
    const results: LawResult[] = [];
    try {
      for (const steps of readAfter) {
        const length = steps - body.step;
        await body.run(
          Array.from({ length }, () => ({ control, deviation: 1, strength: 0 })),
          signal,
        );
        const theory = radiusAfter(steps) ** power;
        results.push(
          lawResult({
            name: `${control.protocol}: r^${power} after ${steps} steps`,
            ...estimateOf(
              squaredRadii(await body.weights(), gas.dimension).map((square) => square ** (power / 2)),
            ),
            theory,
            tolerance: 0.01 * theory,
          }),
        );
      }
    } finally {
      await body.dispose();
    }
    return results;
  };
}

function squaredRadii(weights: Float32Array, dimension: number): number[] {
  return Array.from({ length: weights.length / dimension }, (_, chain) =>
    weights
      .subarray(chain * dimension, (chain + 1) * dimension)
      .reduce((square, weight) => square + weight ** 2, 0),
  );
}
