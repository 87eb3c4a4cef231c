import { ThermoError } from '../../../error.js';

const grows = /acc|precision|recall|auc|f1|r2/;
const falls = /loss|error|entropy|divergence|mse|mae|mape/;

/**
 * Whether a metric is better small or large: as told, or else by its name.
 * @throws ThermoError for a mode that is not known, and where the name does not tell.
 */
export function directionOf(what: string, monitor: string, mode: 'auto' | 'min' | 'max'): 'min' | 'max' {
  if (mode === 'min' || mode === 'max') return mode;
  if ((mode as unknown) !== 'auto') {
    throw new ThermoError(`mode of ${what} is ${JSON.stringify(mode)}: pass 'min', 'max' or 'auto'`);
  }
  const name = monitor.toLowerCase();
  if (falls.test(name)) return 'min';
  if (grows.test(name)) return 'max';
  throw new ThermoError(
    `monitor of ${what} is '${monitor}', of which is not known whether it is better small or large: pass mode: 'min' or 'max'`,
  );
}
