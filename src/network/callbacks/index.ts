export * from './checkpoint/index.js';
export type { MetricOptions } from './metric/index.js';
export * from './rate/index.js';
export * from './stopping/index.js';
