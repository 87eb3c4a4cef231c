export { type ComparedCurves, errorCurvesFigure } from './errorCurvesFigure.js';
