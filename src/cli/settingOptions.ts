import type { Option } from 'commander';
import { allowedValues } from '../experiments/settings/index.js';
import {
  defaultTrainSettings,
  trainSettingsSchema,
  type TrainSettings,
} from '../experiments/training/index.js';
import { flagOf } from './flagOf.js';
import { numberOption } from './options.js';

const descriptions = {
  steps: ['n', 'steps at most; the run ends with its process'],
  seed: ['n', 'decides weights and batches'],
  batchSize: ['n', 'images a step'],
  effectiveLearningRate: ['x', 'eta_eff of the isotherm'],
  weightDecay: ['x', 'lambda of the isotherm: the pressure'],
  momentum: ['a', 'of all weights that train'],
  otherLearningRate: ['x', 'of what is not scale-invariant'],
  tolerance: ['x', '|Z_tot - 1| that counts as equilibrium'],
  coolingSteps: ['n', 'steps of the adiabat (default: half of --steps)'],
  temperatureRatio: ['x', 'T at the end of the adiabat over T at its start'],
  every: ['n', 'steps between readings'],
  noiseEvery: ['n', 'steps between noise estimates'],
  noiseDecay: ['x', 'what a noise estimate keeps of its weight from one to the next'],
  checkpointEvery: ['n', 'steps between checkpoints and tests'],
} as const satisfies Partial<Record<keyof TrainSettings, readonly [string, string]>>;

const allowed = allowedValues(trainSettingsSchema);

/** An option for each numeric setting of a training, which says what is allowed. */
export function settingOptions(): Option[] {
  return (Object.keys(descriptions) as (keyof typeof descriptions)[]).map((name) => {
    const [placeholder, description] = descriptions[name];
    const fallback = name === 'coolingSteps' ? undefined : defaultTrainSettings[name];
    return numberOption(`${flagOf(name)} <${placeholder}>`, `${description}; ${allowed(name)}`, fallback);
  });
}
