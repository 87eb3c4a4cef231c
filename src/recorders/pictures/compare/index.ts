export { type ComparedCurves, errorCurvesPicture } from './errorCurvesPicture.js';
