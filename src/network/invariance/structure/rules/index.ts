export { ruleFor } from './ruleFor.js';
