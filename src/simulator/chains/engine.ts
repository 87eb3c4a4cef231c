import type { ChainsState } from './chainsState.js';
import type { ConditionsTable } from './conditionsTable.js';

/**
 * What moves the chains: the part of them that has more than one body. Engines agree bit for bit where both can run a gas.
 *
 * One step, every operation in single precision: u = w / r; t = h grad f + sigma n, less what of it points along u;
 * v <- a v + t / r + lambda w; w <- w - eta v; on a sphere w <- w r0 / |w|. A step without momentum leaves no velocity.
 */
export interface Engine {
  /** Takes a step for each row of the table, all chains under the same row. */
  moveTogether(table: ConditionsTable): void;
  /** Takes `steps` steps, chain i under row i. */
  moveApart(table: ConditionsTable, steps: number): void;
  /** Copies what was summed since the last call and begins anew. */
  takeSums(): EngineSums;
  /** Copies w, a row a chain. */
  weights(): Float32Array;
  /** Copies everything the next step depends on. */
  save(): ChainsState;
}

/** Sums over the steps, chain by chain. */
export interface EngineSums {
  readonly squaredRadius: Float64Array;
  /** Without the energy's offset. */
  readonly energy: Float64Array;
  readonly secondMoment: Float64Array;
  readonly heating: Float64Array;
  /** Of the steps on a sphere alone. */
  readonly spherePressure: Float64Array;
}
