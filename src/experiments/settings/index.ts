export { allowedValues } from './allowedValues.js';
export { refusal } from './refusal.js';
