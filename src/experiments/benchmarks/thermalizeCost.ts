import * as tf from '@tensorflow/tfjs';
import { cosine, warmUp } from '../../control/index.js';
import { requireCount } from '../../error.js';
import { thermalize } from '../../network/index.js';
import { alternatingRatio, type TimedSteps } from './alternatingRatio.js';
import type { PairedRatio } from './pairedRatio.js';
import { trainedNet } from './trainedNet.js';

/** What is thermalized. */
const optimizers = {
  sgd: () => tf.train.sgd(0.01),
  momentum: () => tf.train.momentum(0.01, 0.9),
  adam: () => tf.train.adam(0.001),
} as const satisfies Record<string, () => tf.Optimizer>;

/** What `thermalize` costs, as ratios to the plain optimizer in the same run. */
export type ThermalizeCost = Readonly<Record<'sgd' | 'momentum' | 'adam', PairedRatio>>;

/** How long to measure. */
export interface ThermalizeCostOptions {
  /** Pairs of ten whole steps each, for each optimizer; default 30. */
  readonly pairs?: number;
  /** Called after each pair with the share done. */
  readonly onProgress?: (share: number) => void;
}

/** Steps in a pair, in which the two take turns. */
const pairSteps = 10;

/**
 * Measures whole training steps of thermalized optimizers, with a schedule, weight decay and clipping by global norm on, over
 * those of the plain ones, on a CIFAR-sized ConvNet at batch 128 on the backend in use; medians of paired times, with their
 * standard errors.
 *
 * @throws ThermoError when `pairs` is not a whole number of at least 2.
 */
export async function thermalizeCost(options: ThermalizeCostOptions = {}): Promise<ThermalizeCost> {
  const pairs = requireCount('pairs', options.pairs ?? 30, 2);
  const names = Object.keys(optimizers) as (keyof ThermalizeCost)[];
  const costs: Partial<Record<keyof ThermalizeCost, PairedRatio>> = {};
  for (const [i, name] of names.entries()) {
    costs[name] = await costOf(optimizers[name], pairs, (share) =>
      options.onProgress?.((i + share) / names.length),
    );
  }
  return costs as ThermalizeCost;
}

async function costOf(
  make: () => tf.Optimizer,
  pairs: number,
  onProgress: (share: number) => void,
): Promise<PairedRatio> {
  const plain = trainedNet(make);
  const thermalized = trainedNet(() =>
    thermalize(make(), {
      learningRate: warmUp(cosine({ from: 0.001, steps: 10_000 }), { steps: 500 }),
      weightDecay: 0.01,
      clipGlobalNorm: 1,
    }),
  );
  const both: TimedSteps = [() => plain.step(), () => thermalized.step()];
  try {
    return await alternatingRatio(both, { pairs, pairSteps, onProgress });
  } finally {
    [plain, thermalized].forEach((net) => net.dispose());
  }
}
