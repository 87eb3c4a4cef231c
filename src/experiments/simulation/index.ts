export { controlSettingsOf } from './controlSettingsOf.js';
export { energyNames, type EnergyName } from './energyNamed.js';
export { gasOf } from './gasOf.js';
export { processNames } from './processNames.js';
export { runSimulation, type SimulationSurroundings } from './runSimulation.js';
export { defaultSimulationSettings, replaceableDefaults, simulationSettings } from './simulationSettings.js';
export { simulationSettingsSchema, type SimulationSettings } from './simulationSettingsSchema.js';
export { stagesOf } from './stagesOf.js';
