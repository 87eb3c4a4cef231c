export { cosineRestarts, type CosineRestartsOptions } from './cosineRestarts.js';
export { cyclic, type CyclicOptions } from './cyclic.js';
export { oneCycle, type OneCycleOptions } from './oneCycle.js';
