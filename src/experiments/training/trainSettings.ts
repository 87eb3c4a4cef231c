import { ThermoError } from '../../error.js';
import { adiabatic, pathOf } from '../../physics/index.js';
import { networkNamed } from '../networks/index.js';
import { refusal } from '../settings/index.js';
import { trainSettingsSchema, type TrainSettings } from './trainSettingsSchema.js';

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
 *
 * @param spelled how a setting is called where it came from, for messages; as here unless given.
 * @throws ThermoError in one line for a setting out of range, or settings that contradict each other.
 */
export function trainSettings(
  given: Partial<TrainSettings> & { readonly data: string },
  spelled: (name: string) => string = (name) => name,
): TrainSettings {
  if (given.network !== undefined) networkNamed(given.network, spelled('network'));
  const steps = given.steps ?? defaultTrainSettings.steps;
  const parsed = trainSettingsSchema.safeParse({
    ...defaultTrainSettings,
    coolingSteps: Math.ceil(steps / 2),
    ...given,
  });
  if (!parsed.success) {
    throw refusal(parsed.error, { what: 'a training', schema: trainSettingsSchema, given, spelled });
  }
  const settings = parsed.data;
  const { every, coolingSteps, checkpointEvery, temperatureRatio } = settings;
  const isothermSteps = settings.steps - coolingSteps;
  if (isothermSteps <= 0) {
    throw new ThermoError(
      `${spelled('coolingSteps')} is ${coolingSteps}, but the run has ${settings.steps} steps: leave some for the isotherm`,
    );
  }
  if (isothermSteps < every) {
    throw new ThermoError(
      `${spelled('every')} is ${every}, but the isotherm has ${isothermSteps} steps (${spelled('steps')} less ${spelled('coolingSteps')}): pass 1 to ${isothermSteps}, so that it is read at least once`,
    );
  }
  if (checkpointEvery % every !== 0) {
    throw new ThermoError(
      `${spelled('checkpointEvery')} is ${checkpointEvery}: pass a multiple of ${spelled('every')}, which is ${every}, so that a checkpoint follows a reading`,
    );
  }
  // Refused here rather than when the run has begun.
  pathOf(adiabatic({ temperatureRatio }), { temperature: 1, pressure: 1, volume: 1 });
  return settings;
}
