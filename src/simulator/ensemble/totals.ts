import type { ChainSums } from '../chains/chains.js';

/** Sums over chains and steps; see `ChainSums`. */
export interface Totals {
  readonly squaredRadius: number;
  readonly energy: number;
  readonly secondMoment: number;
  readonly heating: number;
  readonly pressure: number;
}

/** Before any step. */
export const noTotals: Totals = { squaredRadius: 0, energy: 0, secondMoment: 0, heating: 0, pressure: 0 };

/** Sums over the chains of neighbouring blocks, in the order of the chains, so that it does not matter how they were divided. */
export function totalsOf(blocks: readonly ChainSums[]): Totals {
  const total = (name: keyof Totals): number => {
    let sum = 0;
    for (const { [name]: row } of blocks) for (const value of row) sum += value;
    return sum;
  };
  return {
    squaredRadius: total('squaredRadius'),
    energy: total('energy'),
    secondMoment: total('secondMoment'),
    heating: total('heating'),
    pressure: total('pressure'),
  };
}

/** Sums over the steps of both. */
export function addTotals(one: Totals, other: Totals): Totals {
  return {
    squaredRadius: one.squaredRadius + other.squaredRadius,
    energy: one.energy + other.energy,
    secondMoment: one.secondMoment + other.secondMoment,
    heating: one.heating + other.heating,
    pressure: one.pressure + other.pressure,
  };
}
