import { requireCount, ThermoError } from '../../error.js';
import type { StudySettings } from './studySettings.js';

/** The report of a finer grid does not fit into one string. */
const mostPoints = 300;

/**
 * Refuses a study that has no grid, or whose lengths do not fit each other.
 * @throws ThermoError in one line that names the setting.
 */
export function requireStudySettings(settings: StudySettings): StudySettings {
  const { points, steps, keepEvery, entropyEvery, averagedEntropies, averagedSteps, blocks } = settings;
  // A row of the grid needs three cells for a slope and a scatter about it.
  requireCount('points', points, 3);
  if (points > mostPoints) throw new ThermoError(`points is ${points}: pass at most ${mostPoints}`);
  requireCount('keepEvery', keepEvery);
  requireCount('kept', settings.kept, 10);
  requireCount('blocks', blocks, 2);
  requireCount('averagedEntropies', averagedEntropies, 2);
  requireCount('seed', settings.seed, 0);
  requireMultiple('entropyEvery', entropyEvery, 'keepEvery', keepEvery);
  requireMultiple('averagedSteps', averagedSteps, 'blocks', blocks);
  requireMultiple('averagedSteps / blocks', averagedSteps / blocks, 'keepEvery', keepEvery);
  requireMultiple('steps', steps, 'entropyEvery', entropyEvery);
  const least = Math.max(averagedSteps, averagedEntropies * entropyEvery);
  if (steps < least) {
    throw new ThermoError(`steps is ${steps}: pass at least ${least}, which is what the averages are over`);
  }
  return settings;
}

function requireMultiple(what: string, value: number, of: string, base: number): void {
  requireCount(what, value);
  if (value % base !== 0)
    throw new ThermoError(`${what} is ${value}: pass a multiple of ${of}, which is ${base}`);
}
