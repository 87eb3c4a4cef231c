export { frozen } from './frozen.js';
export { pointTable, type PointColumns, type PointTable } from './pointTable.js';
export type { Rows } from './rows.js';
