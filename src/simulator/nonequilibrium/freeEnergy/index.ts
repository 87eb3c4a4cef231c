export type { SwitchingOptions } from './switchingOptions.js';
export { switchingWorks, type SwitchingWorks } from './switchingWorks.js';
