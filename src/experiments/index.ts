export * from './benchmarks/index.js';
export * from './data/index.js';
export * from './gasLaw/index.js';
export * from './laws/index.js';
export * from './networks/index.js';
export * from './run/index.js';
export * from './training/index.js';
