export { controlSettingsOf } from './controlSettingsOf.js';
export { energyNames, type EnergyName } from './energyNamed.js';
export { gasOf } from './gasOf.js';
export { processNames } from './processOf.js';
export { runSimulation, type SimulationSurroundings } from './runSimulation.js';
export {
  defaultSimulationSettings,
  replaceableDefaults,
  simulationSettings,
  simulationSettingsSchema,
  type SimulationSettings,
} from './simulationSettings.js';
export { stagesOf } from './stagesOf.js';
