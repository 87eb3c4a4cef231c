export type { Plane } from './plane.js';
export { planeFigure } from './planeFigure.js';
export { pressureVolumePlane } from './pressureVolumePlane.js';
export { temperatureEntropyPlane } from './temperatureEntropyPlane.js';
export { wayOf } from './way.js';
