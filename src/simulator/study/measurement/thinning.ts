import type { Control } from '../../../control/index.js';
import type { StudySettings } from '../studySettings.js';
import { stationaryCell } from '../theory/stationaryCell.js';

/**
 * Relaxation times of the direction, 1 / eta_eff steps each, that thinned weights are at least apart. A thousand of them show
 * an entropy that is 0.013 nat too low, as low as weights that are a whole relaxation time apart and need twice the run.
 */
export const thinnedRelaxationTimes = 0.5;

/** Of the run's steps, the share in which the chain comes to rest: nothing is thinned from there. */
const shareToRest = 0.4;

/** Which weights of a chain an entropy of thinned weights is of: sets of `kept`, one after another until the run's last step. */
export interface Thinning {
  /** Steps between weights. */
  readonly every: number;
  /** How many sets; 0 where the run is too short for one. */
  readonly sets: number;
}

/** How the weights of a chain are thinned, from its control alone. */
export function thinningOf(control: Control, settings: StudySettings): Thinning {
  const { keepEvery, kept, steps, averagedEntropies } = settings;
  const least = thinnedRelaxationTimes / stationaryCell(control).effectiveLearningRate;
  // Less than rounding may add.
  const every = keepEvery * Math.ceil(least / keepEvery - 1e-9);
  const room = Math.floor(((1 - shareToRest) * steps) / (kept * every));
  return { every, sets: Math.min(averagedEntropies, room) };
}
