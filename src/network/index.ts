export * from './adaptive/index.js';
export * from './callbacks/index.js';
export * from './invariance/index.js';
export * from './monitor/index.js';
export * from './noise/index.js';
export * from './optimizer/index.js';
export * from './thermalize/index.js';
export type { WeightSelection } from './variables/index.js';
