export type { Growth, MemorySample } from './memory.js';
export type { PointsInFiles } from './pointsInFiles.js';
export { soak, type Soak, type SoakOptions } from './soak.js';
export type { ViewersReport } from './viewers.js';
