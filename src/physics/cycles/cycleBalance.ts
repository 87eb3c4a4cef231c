import { ThermoError } from '../../error.js';
import { type EquilibriumState, type Path, pathOf } from '../processes/index.js';
import type { Cycle } from './cycle.js';

/** How closely, relative to the start, a cycle must come back: far above rounding, far below any intended change. */
const closure = 1e-9;

/** What a cycle takes in and gives out in one round. Energies are in units of the loss. */
export interface CycleBalance {
  /** The legs as they are run, each from where the one before it ended. */
  readonly paths: readonly Path[];
  /** The sum of all work done by the gas. */
  readonly netWork: number;
  /** The heat taken up on the legs that take up heat. */
  readonly heatIn: number;
  /** The heat given off on the others, as a number of at least 0. */
  readonly heatOut: number;
  /** Net work over heat in; null for a cycle that takes up no heat. */
  readonly efficiency: number | null;
  /** The sum of the legs' entropy changes: 0 but for rounding. */
  readonly entropyChange: number;
}

/**
 * The work, heat and efficiency of one quasi-static round of a cycle.
 *
 * W = sum of the legs' W = sum of the legs' Q; efficiency W / Q_in. All legs are to be of one gas (one gamma).
 *
 * @param cycle The legs, in the order they are run.
 * @param start Where the gas is before the first leg.
 * @throws ThermoError when a leg cannot reach its end, the start is not positive throughout, or the cycle does not
 *   close.
 */
export function cycleBalance(cycle: Cycle, start: EquilibriumState): CycleBalance {
  const paths: Path[] = [];
  let state = start;
  for (const leg of cycle) {
    const path = pathOf(leg, state);
    paths.push(path);
    state = path.end;
  }
  requireClosed(start, state);
  const heats = paths.map((path) => path.heat(1));
  const netWork = sum(paths.map((path) => path.work(1)));
  const heatIn = sum(heats.filter((heat) => heat > 0));
  return {
    paths,
    netWork,
    heatIn,
    heatOut: sum(heats.filter((heat) => heat < 0).map(Math.abs)),
    efficiency: heatIn === 0 ? null : netWork / heatIn,
    entropyChange: sum(paths.map((path) => path.entropyChange(1))),
  };
}

function requireClosed(start: EquilibriumState, end: EquilibriumState): void {
  for (const variable of ['temperature', 'pressure', 'volume'] as const) {
    const ratio = end[variable] / start[variable];
    if (Math.abs(ratio - 1) > closure) {
      throw new ThermoError(
        `cycle ends with ${ratio} times the ${variable} it started with: pass legs that lead back to the start`,
      );
    }
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
