import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * The path, or the nearest one above it that is there.
 * @throws the system's error where that cannot be told, as below a file
 */
export function nearestExisting(path: string): string {
  const whole = resolve(path);
  return statSync(whole, { throwIfNoEntry: false }) === undefined ? nearestExisting(dirname(whole)) : whole;
}
