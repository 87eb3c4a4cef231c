import type { z } from 'zod';
import { ThermoError } from '../../error.js';
import { allowedValues } from './allowedValues.js';

/** What was refused, and how it is spoken of. */
export interface Refused {
  /** What has the settings, such as 'a training'. */
  readonly what: string;
  readonly schema: z.ZodObject;
  readonly given: object;
  /** How a setting is called where it came from; as in the schema unless given. */
  readonly spelled?: (name: string) => string;
}

/** One line about the first setting that a schema refuses: its name, its value, and what is allowed. */
export function refusal(
  { issues }: z.ZodError,
  { what, schema, given, spelled = (name) => name }: Refused,
): ThermoError {
  const issue = issues[0]!;
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(schema.shape).join(', ');
    return new ThermoError(`${what} has no setting ${issue.keys.join(', ')}: pass some of ${known}`);
  }
  const name = String(issue.path[0]);
  const value = (given as Readonly<Record<string, unknown>>)[name];
  const shown = typeof value === 'number' ? String(value) : JSON.stringify(value);
  // What goes without saying in a list of options does not where it is the reason.
  const isBeyond = typeof value === 'number' && value > Number.MAX_SAFE_INTEGER;
  const most = issue.code === 'too_big' && isBeyond ? ` and at most ${issue.maximum}` : '';
  return new ThermoError(`${spelled(name)} is ${shown}: pass ${allowedValues(schema)(name)}${most}`);
}
