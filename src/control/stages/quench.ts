import { requireKnownNames, requireNonNegative } from '../../error.js';
import { withRate } from '../regulators/withRate.js';
import { prescribedRadius } from './prescribedRadius.js';
import type { Stage } from './stage.js';

/**
 * Multiplies the rate, and with it the temperature, at once: a sudden cooling (or heating, above 1). Takes no step itself.
 *
 * @throws ThermoError when the factor is negative or not finite.
 */
export function quench(options: { readonly rateFactor: number; readonly name?: string }): Stage {
  requireKnownNames('quench', options, ['rateFactor', 'name', 'stage']);
  const rateFactor = requireNonNegative('rateFactor of quench', options.rateFactor);
  const name = options.name ?? 'quench';
  return {
    name,
    startsFromRadius: false,
    config: { stage: 'quench', rateFactor, name },
    begin: ({ control }) => {
      const changed = withRate(control, rateFactor);
      return {
        control: () => changed,
        ended: () => true,
        end: () => changed,
        endRadius: prescribedRadius(changed),
      };
    },
  };
}
