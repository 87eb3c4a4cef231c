export { planeView } from './planeView.js';
export { pressureVolumePlane } from './pressureVolumePlane.js';
export { temperatureEntropyPlane } from './temperatureEntropyPlane.js';
