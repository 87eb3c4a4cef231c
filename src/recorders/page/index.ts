export { panel, type Panel } from './panel/index.js';
export type { Rows } from './table/index.js';
export type { RunDescription } from './feed/message.js';
