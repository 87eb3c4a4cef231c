import type * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../../error.js';
import { nearestName } from '../../../nearestName.js';
import { loggedNumber } from '../loggedNumber.js';

const placeholder = /\{([^{}]*)\}/g;

/** The numbers that every name may have. */
export interface NamedNumbers {
  /** Counted from 1. */
  readonly epoch: number;
  /** Steps that the optimizer has taken. */
  readonly step: number;
}

/**
 * Fills in a template such as `epoch-{epoch}-loss-{val_loss}`; values of the logs with four digits.
 * @throws ThermoError, when it is made, for what cannot be a name everywhere; when a value is not there, with the nearest name.
 */
export function nameTemplate(template: string): (numbers: NamedNumbers, logs: tf.Logs) => Promise<string> {
  const given: unknown = template;
  if (typeof given !== 'string' || !/^\w[\w.-]*$/.test(given.replace(placeholder, '0'))) {
    throw new ThermoError(
      `name of checkpoint is ${JSON.stringify(given)}: pass letters, digits, "_", "-", "." and placeholders such as {epoch}, {step} and {val_loss}`,
    );
  }
  return async (numbers, logs) => {
    const values = new Map<string, string>();
    for (const [, name] of template.matchAll(placeholder))
      values.set(name!, await textOf(name!, numbers, logs));
    return template.replace(placeholder, (_, name: string) => values.get(name)!);
  };
}

async function textOf(name: string, numbers: NamedNumbers, logs: tf.Logs): Promise<string> {
  if (name === 'epoch' || name === 'step') return String(numbers[name]);
  const value = await loggedNumber(logs, name);
  if (value !== undefined) return String(Number(value.toPrecision(4)));
  const names = ['epoch', 'step', ...Object.keys(logs)];
  throw new ThermoError(
    `name of checkpoint has {${name}}, which is not in the logs (perhaps you meant {${nearestName(name, names)}}): there are ${names.join(', ')}`,
  );
}
