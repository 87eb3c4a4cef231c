import { ThermoError } from '../error.js';
import { DivergenceError } from '../control/index.js';
import { inFlags } from './inFlags.js';

/**
 * Ends the process over an error: a user's mistake in one line with code 2, a diverged run in one line with code 1.
 *
 * @param names of the options of the command that failed
 */
export function failWith(error: unknown, names: readonly string[]): never {
  if (error instanceof ThermoError) {
    process.stderr.write(`tfjs-thermo: ${inFlags(error.message, names)}\n`);
    process.exit(2);
  }
  if (error instanceof DivergenceError) {
    process.stderr.write(`tfjs-thermo: ${error.message}\n`);
    process.exit(1);
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}
