import {
  constantThermodynamicSpeedPacing,
  cosinePacing,
  geometricPacing,
  ladderEntropyProduction,
  leastQuadraticVariance,
  linearPacing,
  quadraticVariance,
} from '../../physics/index.js';
import type { LawCheck } from './lawCheck.js';
import { lawResult } from './lawResult.js';

/** The isotropic noisy quadratic, and the rate that it is stationary at before it is cooled. */
const quadratic = { steps: 20_000, curvature: 1, noise: 1 };
const firstRate = 0.1;
/** What 1 / (1 + eta0 k t) ends at. */
const lastRate = firstRate / (1 + firstRate * quadratic.curvature * quadratic.steps);

/** Learning rates over the fraction of the steps, with the final variance over the least one that each is known to leave. */
const schedules: readonly {
  readonly name: string;
  readonly rate: (fraction: number) => number;
  readonly excess: number;
}[] = [
  {
    name: '1 / (1 + c t), constant thermodynamic speed',
    rate: (fraction) => constantThermodynamicSpeedPacing.at(fraction, firstRate, lastRate),
    excess: 1,
  },
  {
    name: '1 / (1 + c t)^2 to the same end',
    rate: (fraction) => firstRate / (1 + (Math.sqrt(firstRate / lastRate) - 1) * fraction) ** 2,
    excess: 1.229,
  },
  {
    name: 'exponential to the same end',
    rate: (fraction) => geometricPacing.at(fraction, firstRate, lastRate),
    excess: 2.4,
  },
  { name: 'cosine to 0', rate: (fraction) => cosinePacing.at(fraction, firstRate, 0), excess: 10.05 },
  { name: 'linear to 0', rate: (fraction) => linearPacing.at(fraction, firstRate, 0), excess: 19.85 },
  { name: 'constant', rate: () => firstRate, excess: 1053.6 },
];

/** Rungs of geometric ladders over a ratio of 10 in T at C = 1, with what each is known to produce. */
const ladders = [
  { rungs: 1, production: 6.6974 },
  { rungs: 5, production: 0.62188 },
  { rungs: 10, production: 0.28667 },
  { rungs: 50, production: 0.053842 },
];

/**
 * What pacings of a cooling leave of the noise, and what ladders of baths produce of entropy. Exact recursions, nothing is
 * drawn: the isotropic quadratic only, no claim about networks.
 */
export const pacingsCheck: LawCheck = async function* () {
  const initialVariance =
    (firstRate * quadratic.noise) / (quadratic.curvature * (2 - firstRate * quadratic.curvature));
  const least = leastQuadraticVariance({ ...quadratic, initialVariance });
  yield* [
    ...schedules.map(({ name, rate, excess }) =>
      lawResult({
        name: `final variance over the least, ${name}`,
        value:
          quadraticVariance({
            ...quadratic,
            initialVariance,
            learningRate: (step) => rate(step / quadratic.steps),
          }) / least,
        standardError: 0,
        theory: excess,
        tolerance: 0.03 * excess,
      }),
    ),
    ...ladders.map(({ rungs, production }) =>
      lawResult({
        name: `entropy produced by a ladder of ${rungs}`,
        value: ladderEntropyProduction(
          Array.from({ length: rungs + 1 }, (_, rung) => 10 ** (1 - rung / rungs)),
          1,
        ),
        standardError: 0,
        theory: production,
        tolerance: 1e-4 * production,
      }),
    ),
  ];
};
