export * from './invariance/index.js';
export * from './monitor/index.js';
export * from './noise/index.js';
export * from './optimizer/index.js';
