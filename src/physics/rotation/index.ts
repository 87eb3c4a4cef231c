export { adamWEquilibrium } from './adamWEquilibrium.js';
export { angleOfStep } from './angleOfStep.js';
export { equilibriumAngle } from './equilibriumAngle.js';
export { lionEquilibrium } from './lionEquilibrium.js';
export type { RotationalEquilibrium } from './rotationalEquilibrium.js';
