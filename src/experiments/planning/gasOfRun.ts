import type { GasConstants, Point } from '../../control/index.js';
import { ThermoError } from '../../error.js';
import { openRun } from '../run/index.js';

/** Readings that the moments are averaged over: one alone is as noisy as a batch gradient. */
const averaged = 10;

/**
 * The gas of a run, for the plan of another: M and trSigma averaged over the last readings before the run's last phase began,
 * which is where its cooling starts, and the radius there; of a run of one phase, over its last readings.
 *
 * @throws ThermoError when the folder holds no run, or one that recorded no second moment.
 */
export function gasOfRun(folder: string): GasConstants {
  const { points } = openRun(folder);
  const readings = points.filter(({ secondMoment }) => typeof secondMoment === 'number');
  const lastPhase = readings.at(-1)?.['phase'];
  const before = readings.filter(({ phase }) => phase !== lastPhase);
  const chosen = (before.length > 0 ? before : readings).slice(-averaged);
  const newest = chosen.at(-1);
  const dimension = newest?.['dimension'];
  const secondMoment = mean(chosen, 'secondMoment');
  const squaredRadius = newest?.['squaredRadius'];
  if (secondMoment === null || typeof dimension !== 'number' || typeof squaredRadius !== 'number') {
    throw new ThermoError(
      `run folder ${folder} recorded no second moment, dimension and radius: name a run of train or simulate that was read at least once`,
    );
  }
  return { dimension, secondMoment, noise: mean(chosen, 'noise'), radius: Math.sqrt(squaredRadius) };
}

function mean(points: readonly Point[], field: string): number | null {
  const values = points.flatMap((point) => (typeof point[field] === 'number' ? [point[field]] : []));
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
