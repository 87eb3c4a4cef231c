export { energyBalance, type EnergyBalance } from './energyBalance.js';
export type { GasReading } from './gasReading.js';
export { lostWork } from './lostWork.js';
