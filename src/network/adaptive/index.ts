export { AdamW, type AdamWOptions } from './adamW.js';
export type { AdaptiveOptions, AdaptiveSettings } from './adaptiveSettings.js';
export { AdaptiveOptimizer } from './adaptiveOptimizer.js';
export { Lion, type LionOptions } from './lion.js';
