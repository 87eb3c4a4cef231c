import { ThermoError } from '../../error.js';
import { constantThermodynamicSpeedPacing } from './constantThermodynamicSpeedPacing.js';
import { cosinePacing } from './cosinePacing.js';
import { geometricPacing } from './geometricPacing.js';
import { linearPacing } from './linearPacing.js';
import type { Pacing, PacingName } from './pacing.js';

const pacings = new Map<string, Pacing>(
  [linearPacing, geometricPacing, cosinePacing, constantThermodynamicSpeedPacing].map((pacing) => [
    pacing.name,
    pacing,
  ]),
);

/**
 * The pacing of a name, as `pacing.name` gave it.
 *
 * @throws ThermoError when there is no pacing of that name.
 */
export function pacingNamed(name: PacingName): Pacing {
  const pacing = pacings.get(name);
  if (pacing === undefined) {
    throw new ThermoError(`pacing is ${String(name)}: pass ${[...pacings.keys()].join(', ')}`);
  }
  return pacing;
}
