export { cosine, type CosineOptions } from './cosine.js';
export { linear, type LinearOptions } from './linear.js';
export { polynomial, type PolynomialOptions } from './polynomial.js';
export { ramp } from './ramp.js';
export { tanh, type TanhOptions } from './tanh.js';
