import { requireKnownNames, requirePositive } from '../../error.js';
import { isothermal } from '../../physics/index.js';
import { along } from './along.js';
import type { Stage } from './stage.js';

/**
 * Lets the gas into a larger volume at once: the radius is multiplied in one step and no work is done, so an ideal gas keeps
 * its temperature and gains the entropy R ln(volumeRatio), for good.
 *
 * @throws ThermoError when the ratio is not positive.
 */
export function freeExpansion(options: { readonly volumeRatio: number; readonly name?: string }): Stage {
  requireKnownNames('freeExpansion', options, ['volumeRatio', 'name']);
  const volumeRatio = requirePositive('volumeRatio of freeExpansion', options.volumeRatio);
  return along(isothermal({ volumeRatio }), { steps: 1, name: options.name ?? 'free expansion' });
}
