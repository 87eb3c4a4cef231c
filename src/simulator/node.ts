export * from './index.js';
export { nodeWorkers } from './workers/node/nodeWorkers.js';
