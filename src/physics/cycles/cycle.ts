import type { Process } from '../processes/index.js';

/** A cycle: processes that, one after the other, lead a gas back to where it started. */
export type Cycle = readonly Process[];
