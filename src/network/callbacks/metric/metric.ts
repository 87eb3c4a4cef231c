import type * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../../error.js';
import { nearestName } from '../../../nearestName.js';
import { loggedNumber } from '../loggedNumber.js';
import { directionOf } from './directionOf.js';

/** Which of the values in the logs is watched. */
export interface MetricOptions {
  /** Its name in the logs; default `val_loss`. */
  readonly monitor?: string;
  /** Whether it is better small or large; default `auto`: by its name, such as `loss`, `mse` and `acc`. */
  readonly mode?: 'auto' | 'min' | 'max';
}

/** A value in the logs that is better small, or better large. */
export interface Metric {
  /** @throws ThermoError where the logs do not have it, with the nearest name that they have. */
  read(logs: tf.Logs): Promise<number>;
  /**
   * Whether a value is better than a reference by more than a margin of at least 0. Any number is better than null, and what
   * is not finite is never better.
   */
  isBetter(value: number, reference: number | null, margin: number): boolean;
}

/**
 * The metric that a callback watches.
 * @throws ThermoError for a name that is no text, and one that does not tell whether it is better small or large.
 */
export function metric(what: string, { monitor = 'val_loss', mode = 'auto' }: MetricOptions): Metric {
  if (typeof monitor !== 'string') {
    throw new ThermoError(
      `monitor of ${what} is ${JSON.stringify(monitor)}: pass a name in the logs, such as 'val_loss'`,
    );
  }
  const sign = directionOf(what, monitor, mode) === 'min' ? 1 : -1;
  return {
    async read(logs) {
      const value = await loggedNumber(logs, monitor);
      if (value === undefined) throw unknown(what, monitor, Object.keys(logs));
      return value;
    },
    isBetter: (value, reference, margin) =>
      Number.isFinite(value) && (reference === null || sign * value < sign * reference - margin),
  };
}

function unknown(what: string, monitor: string, names: readonly string[]): ThermoError {
  const withoutData = monitor.startsWith('val_') && names.includes(monitor.slice('val_'.length));
  const remedy = withoutData
    ? `pass fit its validationData, or monitor: '${monitor.slice('val_'.length)}'`
    : 'pass one of these, and put the callback that logs it before this one';
  return new ThermoError(
    `monitor of ${what} is '${monitor}', which is not in the logs (perhaps you meant '${nearestName(monitor, names)}'): there are ${names.join(', ')}; ${remedy}`,
  );
}
