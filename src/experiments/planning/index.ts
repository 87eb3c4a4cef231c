export { gasOfRun } from './gasOfRun.js';
