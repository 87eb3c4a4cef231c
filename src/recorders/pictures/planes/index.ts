export type { Plane } from './plane.js';
export { planeFigure, type DrawnWay } from './planeFigure.js';
export { pressureVolumePlane } from './pressureVolumePlane.js';
export { temperatureEntropyPlane } from './temperatureEntropyPlane.js';
export { way, wayOf } from './way.js';
