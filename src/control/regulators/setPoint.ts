import { requirePositive, ThermoError } from '../../error.js';
import type { Observation } from '../observation.js';
import { restoredSetting, savedSetting, type NumberOrSchedule } from '../schedules/index.js';
import type { StageStart } from '../stages/stage.js';
import type { RegulatorConfig, SetPoint } from './regulator.js';

/**
 * Refuses a set point that is neither a positive number, a schedule, nor `found`.
 * @throws ThermoError naming the remedy.
 */
export function requireSetPoint(what: string, setPoint: SetPoint): void {
  if (setPoint === 'found' || typeof setPoint === 'function') return;
  if (typeof setPoint !== 'number') {
    throw new ThermoError(
      `${what} is ${String(setPoint)}: pass a number greater than 0, a schedule, or 'found'`,
    );
  }
  requirePositive(what, setPoint);
}

/** The set point in each step since the start; where it is to be found, what `read` makes of the newest reading. */
export function settledSetPoint(
  what: string,
  setPoint: SetPoint,
  { observation }: StageStart,
  read: (observation: Observation) => number | null,
): (elapsed: number) => number {
  if (typeof setPoint === 'function') return (elapsed) => requirePositive(what, setPoint(elapsed));
  if (setPoint !== 'found') return () => setPoint;
  const found = observation === null ? null : read(observation);
  if (found === null || !(found > 0)) {
    throw new ThermoError(
      `${what} is 'found', and nothing has been read yet: put equilibrate() or hold() before it, or pass a number`,
    );
  }
  return () => found;
}

/** The set point as plain JSON. @throws ThermoError for a plain function. */
export function savedSetPoint(what: string, setPoint: SetPoint): RegulatorConfig['setPoint'] {
  return setPoint === 'found' ? 'found' : savedSetting(what, setPoint);
}

/** The set point that `savedSetPoint` saved. */
export function restoredSetPoint(saved: RegulatorConfig['setPoint']): SetPoint {
  return saved === 'found' ? 'found' : (restoredSetting(saved) as NumberOrSchedule);
}
