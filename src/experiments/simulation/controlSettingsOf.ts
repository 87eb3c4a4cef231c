import type { ControlSettings } from '../../control/index.js';
import type { SimulationSettings } from './simulationSettingsSchema.js';

/** The settings that decide the protocol, as the controller takes them. */
export function controlSettingsOf(settings: SimulationSettings): ControlSettings {
  const { learningRate, effectiveLearningRate, radius, weightDecay, momentum } = settings;
  return {
    momentum,
    ...(learningRate === undefined ? {} : { learningRate }),
    ...(effectiveLearningRate === undefined ? {} : { effectiveLearningRate }),
    ...(radius === undefined ? {} : { radius }),
    ...(weightDecay === undefined ? {} : { weightDecay }),
  };
}
