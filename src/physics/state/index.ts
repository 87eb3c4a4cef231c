export { compressibility } from './compressibility.js';
export { gasConstant } from './gasConstant.js';
export { gasState, type GasState, type MeasuredGas } from './gasState.js';
export { momentumGain } from './momentumGain.js';
export { radiusOfVolume } from './radiusOfVolume.js';
export { temperature } from './temperature.js';
export { totalTemperature } from './totalTemperature.js';
export { volume } from './volume.js';
