export { constantThermodynamicSpeedPacing } from './constantThermodynamicSpeedPacing.js';
export { cosinePacing } from './cosinePacing.js';
export { geometricPacing } from './geometricPacing.js';
export { ladderEntropyProduction } from './ladderEntropyProduction.js';
export { linearPacing } from './linearPacing.js';
export type { Pacing, PacingName } from './pacing.js';
export { pacingNamed } from './pacingNamed.js';
export { thermodynamicLength } from './thermodynamicLength.js';
