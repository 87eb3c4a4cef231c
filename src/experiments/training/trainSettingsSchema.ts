import { z } from 'zod';
import { networks } from '../networks/index.js';

const names = networks.map(({ name }) => name) as [string, ...string[]];

/** The settings of a training run: an isotherm until equilibrium, then cooling along an adiabat. */
export const trainSettingsSchema = z.strictObject({
  /** A built-in network. */
  network: z.enum(names),
  /** Folder with MNIST's IDX files or CIFAR-10's binary batches. */
  data: z.string().min(1),
  /** Steps at most; the run ends with its process, which may be earlier. */
  steps: z.int().min(2),
  /** Decides the initial weights and the batches. */
  seed: z.int().min(0).max(1e6),
  batchSize: z.int().min(2),
  /** eta_eff of the isotherm. */
  effectiveLearningRate: z.number().positive(),
  /** lambda of the isotherm: the pressure. */
  weightDecay: z.number().positive(),
  momentum: z.number().min(0).lt(1),
  /** Rate of the weights that are not scale-invariant, where the network trains them. */
  otherLearningRate: z.number().min(0),
  /** |Z_tot - 1| that counts as equilibrium. */
  tolerance: z.number().positive(),
  /** Steps of the cooling. */
  coolingSteps: z.int().min(1),
  /** T at the end of the cooling over T at its start. */
  temperatureRatio: z.number().positive(),
  /** Steps between readings. */
  every: z.int().min(1),
  /** Steps between noise estimates. */
  noiseEvery: z.int().min(1),
  /** What a noise estimate keeps of its weight from one to the next. */
  noiseDecay: z.number().min(0).lt(1),
  /** Steps between checkpoints, at which the test set is evaluated too. */
  checkpointEvery: z.int().min(1),
});

/** See `trainSettingsSchema`. */
export type TrainSettings = z.infer<typeof trainSettingsSchema>;
