import { ThermoError } from '../../error.js';
import { settle } from '../../control/index.js';
import { refusal } from '../settings/index.js';
import { requireEnergyName } from './energyNamed.js';
import { controlSettingsOf } from './controlSettingsOf.js';
import { processOf } from './processOf.js';
import { simulationSettingsSchema, type SimulationSettings } from './simulationSettingsSchema.js';

/** The settings where none are given: an isotherm until equilibrium, then an adiabat that cools to a tenth. */
export const defaultSimulationSettings = {
  dimension: 64,
  chains: 1000,
  seed: 1,
  energy: 'linear',
  strength: 1,
  noise: 1,
  startRadius: 1,
  momentum: 0,
  steps: 20_000,
  every: 100,
  tolerance: 0.01,
  process: 'adiabatic',
  adiabaticIndex: 2,
  drive: 'piston',
  pacing: 'geometric',
} as const satisfies Partial<SimulationSettings>;

/** Defaults of settings that others may take the place of. */
export const replaceableDefaults: ReplaceableDefaults = {
  effectiveLearningRate: 0.01,
  weightDecay: 0.1,
  temperatureRatio: 0.1,
};

/** The settings that hold where nothing that takes their place is given. */
export type ReplaceableDefaults = Required<
  Pick<SimulationSettings, 'effectiveLearningRate' | 'weightDecay' | 'temperatureRatio'>
>;

/**
 * Settings with the defaults filled in: half of the steps are for the process unless told otherwise.
 * @throws ThermoError in one line for a setting out of range, or settings that contradict each other.
 */
export function simulationSettings(
  given: Partial<SimulationSettings>,
  replaceable: ReplaceableDefaults = replaceableDefaults,
): SimulationSettings {
  if (given.energy !== undefined) requireEnergyName(given.energy);
  const steps = given.steps ?? defaultSimulationSettings.steps;
  const parsed = simulationSettingsSchema.safeParse({
    ...defaultSimulationSettings,
    ...missing(given, replaceable),
    processSteps: Math.ceil(steps / 2),
    ...given,
  });
  if (!parsed.success) {
    throw refusal(parsed.error, { what: 'a simulation', schema: simulationSettingsSchema, given });
  }
  const settings = parsed.data;
  settle(controlSettingsOf(settings));
  if (settings.process !== 'none') requireRoom(settings);
  processOf(settings);
  return settings;
}

/** The replaceable defaults whose place nothing that was given takes. */
function missing(
  given: Partial<SimulationSettings>,
  { effectiveLearningRate, weightDecay, temperatureRatio }: ReplaceableDefaults,
): Partial<SimulationSettings> {
  const hasTarget = [given.temperatureRatio, given.volumeRatio, given.pressureRatio].some(
    (ratio) => ratio !== undefined,
  );
  const cools = (given.process ?? defaultSimulationSettings.process) === 'adiabatic';
  return {
    ...(given.learningRate === undefined ? { effectiveLearningRate } : {}),
    ...(given.radius === undefined ? { weightDecay } : {}),
    ...(cools && !hasTarget ? { temperatureRatio } : {}),
  };
}

/** @throws ThermoError where no reading is made before the process begins. */
function requireRoom({ steps, processSteps, every }: SimulationSettings): void {
  if (processSteps >= steps) {
    throw new ThermoError(
      `processSteps is ${processSteps}, but the run has ${steps} steps: leave some for the equilibrium`,
    );
  }
  if (steps - processSteps < every) {
    throw new ThermoError(
      `every is ${every}, but the equilibrium has ${steps - processSteps} steps (steps less processSteps): read at least once in them`,
    );
  }
}
