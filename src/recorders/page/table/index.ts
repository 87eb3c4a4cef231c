export { frozen } from './frozen.js';
export { keptUp } from './keptUp.js';
export { pointTable, type PointColumns, type PointTable } from './pointTable.js';
export type { Rows } from './rows.js';
