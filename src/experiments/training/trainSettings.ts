import { z } from 'zod';
import { ThermoError } from '../../error.js';
import { adiabatic, pathOf } from '../../physics/index.js';
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

/** The settings of the main job; `data` is the caller's to say. */
export const defaultTrainSettings: Omit<TrainSettings, 'data' | 'coolingSteps'> = {
  network: 'digits',
  steps: 1600,
  seed: 1,
  batchSize: 128,
  effectiveLearningRate: 0.05,
  weightDecay: 0.02,
  momentum: 0,
  otherLearningRate: 0.02,
  tolerance: 0.05,
  temperatureRatio: 0.01,
  every: 20,
  noiseEvery: 20,
  noiseDecay: 0.6,
  checkpointEvery: 200,
};

/**
 * Settings with the defaults filled in: half of the steps are for cooling unless told otherwise.
 * @throws ThermoError in one line for a setting out of range, or settings that contradict each other.
 */
export function trainSettings(given: Partial<TrainSettings> & { readonly data: string }): TrainSettings {
  const steps = given.steps ?? defaultTrainSettings.steps;
  const parsed = trainSettingsSchema.safeParse({
    ...defaultTrainSettings,
    coolingSteps: Math.ceil(steps / 2),
    ...given,
  });
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const name = issue.path.join('.');
    const value = (given as Record<string, unknown>)[name];
    throw new ThermoError(
      `${name} is ${JSON.stringify(value)}: ${issue.message}; see --help for what is allowed`,
    );
  }
  const settings = parsed.data;
  if (settings.coolingSteps >= settings.steps) {
    throw new ThermoError(
      `coolingSteps is ${settings.coolingSteps}, but the run has ${settings.steps} steps: leave some for the isotherm`,
    );
  }
  if (settings.steps - settings.coolingSteps < settings.every) {
    throw new ThermoError(
      `every is ${settings.every}, but the isotherm has ${settings.steps - settings.coolingSteps} steps (steps less coolingSteps): read at least once in them, every 1 to ${settings.steps - settings.coolingSteps}`,
    );
  }
  if (settings.checkpointEvery % settings.every !== 0) {
    throw new ThermoError(
      `checkpointEvery is ${settings.checkpointEvery}: pass a multiple of every, which is ${settings.every}, so that a checkpoint follows a reading`,
    );
  }
  // Refused here rather than when the run has begun.
  pathOf(adiabatic({ temperatureRatio: settings.temperatureRatio }), {
    temperature: 1,
    pressure: 1,
    volume: 1,
  });
  return settings;
}
