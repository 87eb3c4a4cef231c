export * from './cycles/index.js';
export * from './freeEnergy/index.js';
