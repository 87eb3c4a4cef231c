import { z } from 'zod';
import { ThermoError } from '../../error.js';
import { networkNamed, networks } from '../networks/index.js';
import { refusal } from '../settings/index.js';

const names = networks.map(({ name }) => name) as [string, ...string[]];

/** What all runs of a comparison share. */
export const compareSettingsSchema = z.strictObject({
  /** A built-in network. */
  network: z.enum(names),
  /** Folder with MNIST's IDX files or CIFAR-10's binary batches. */
  data: z.string().min(1),
  /** Runs of each candidate at its best rate, with the seeds 1, 2, ... */
  seeds: z.int().min(1).max(100),
  /** Steps of each of them: the budget. */
  steps: z.int().min(4),
  /** Steps of each run that tries a rate. */
  tuningSteps: z.int().min(4),
  /** Share of the training images that rates are judged on, and not trained on meanwhile. */
  validationShare: z.number().gt(0).lt(1),
  batchSize: z.int().min(2),
  /** Rate of the weights that are not scale-invariant, the same for all candidates. */
  otherLearningRate: z.number().min(0),
  /** Steps between readings. */
  every: z.int().min(1),
  /** Steps between tests, at which a checkpoint is saved too. */
  checkpointEvery: z.int().min(1),
  /** Test accuracy whose first step is told. */
  target: z.number().gt(0).lt(1),
});

/** See `compareSettingsSchema`. */
export type CompareSettings = z.infer<typeof compareSettingsSchema>;

/** The settings of the whole comparison: 23,400 steps with the built-in candidates, meant for an hour or so a data set on two cores. */
export const defaultCompareSettings = {
  network: 'digits',
  seeds: 3,
  steps: 600,
  tuningSteps: 200,
  validationShare: 0.1,
  batchSize: 128,
  otherLearningRate: 0.02,
  every: 20,
  checkpointEvery: 100,
} as const satisfies Partial<CompareSettings>;

/** What `--quick` changes: minutes, in which nothing is learnt about the candidates but that they run. */
export const quickCompareSettings = {
  seeds: 2,
  steps: 60,
  tuningSteps: 20,
  every: 5,
  checkpointEvery: 20,
} as const satisfies Partial<CompareSettings>;

/** Test accuracies that a good schedule reaches within the budget. */
const targets: Readonly<Record<string, number>> = { photographs: 0.5 };
const digitsTarget = 0.97;

/**
 * Settings with the defaults filled in.
 *
 * @param spelled how a setting is called where it came from, for messages; as here unless given.
 * @throws ThermoError in one line for a setting out of range, or settings that contradict each other.
 */
export function compareSettings(
  given: Partial<CompareSettings> & { readonly data: string },
  spelled: (name: string) => string = (name) => name,
): CompareSettings {
  if (given.network !== undefined) networkNamed(given.network, spelled('network'));
  const target = targets[given.network ?? defaultCompareSettings.network] ?? digitsTarget;
  const parsed = compareSettingsSchema.safeParse({ ...defaultCompareSettings, target, ...given });
  if (!parsed.success) {
    throw refusal(parsed.error, { what: 'a comparison', schema: compareSettingsSchema, given, spelled });
  }
  const settings = parsed.data;
  const { every, checkpointEvery } = settings;
  for (const name of ['steps', 'tuningSteps'] as const) {
    if (settings[name] < 2 * every) {
      throw new ThermoError(
        `${spelled(name)} is ${settings[name]}, and readings are ${every} steps apart: pass at least ${2 * every}, or lower ${spelled('every')}`,
      );
    }
  }
  if (checkpointEvery % every !== 0) {
    throw new ThermoError(
      `${spelled('checkpointEvery')} is ${checkpointEvery}: pass a multiple of ${spelled('every')}, which is ${every}, so that a checkpoint follows a reading`,
    );
  }
  return settings;
}
