export { panel, type Panel } from './panel.js';
