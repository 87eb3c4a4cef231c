export { angleOfStep } from './angleOfStep.js';
export { equilibriumAngle } from './equilibriumAngle.js';
