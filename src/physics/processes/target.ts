import { ThermoError, requirePositive } from '../../error.js';
import type { Target } from './process.js';

const ratioNames = {
  temperature: 'temperatureRatio',
  pressure: 'pressureRatio',
  volume: 'volumeRatio',
} as const;

/** The variables of state that a process moves. */
export type StateVariable = keyof typeof ratioNames;

/** A target read: which variable goes to which ratio of its start, and what the user called it. */
export interface Aim {
  readonly variable: StateVariable;
  readonly name: string;
  readonly ratio: number;
}

/**
 * Reads a process's target, also one that came from untyped data.
 *
 * @throws ThermoError when not exactly one ratio is given or it is not a positive finite number.
 */
export function aimOf(target: Target): Aim {
  const given = (Object.keys(ratioNames) as StateVariable[]).filter(
    (variable) => target[ratioNames[variable]] !== undefined,
  );
  const [variable] = given;
  if (variable === undefined || given.length > 1) {
    throw new ThermoError(
      `process target is ${given.length === 0 ? 'missing' : given.map((name) => ratioNames[name]).join(' with ')}: ` +
        'pass exactly one of temperatureRatio, volumeRatio and pressureRatio',
    );
  }
  const name = ratioNames[variable];
  return { variable, name, ratio: requirePositive(name, target[name] as number) };
}
