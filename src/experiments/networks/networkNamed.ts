import { ThermoError } from '../../error.js';
import { nearestName } from '../../nearestName.js';
import { digits } from './digits.js';
import { invariantDigits } from './invariantDigits.js';
import type { Network } from './network.js';
import { photographs } from './photographs.js';

/** The built-in networks. */
export const networks: readonly Network[] = [digits, invariantDigits, photographs];

/**
 * The built-in network of a name.
 *
 * @param spelled what the name was given as, for the message
 * @throws ThermoError for an unknown one, with the nearest that is known
 */
export function networkNamed(name: string, spelled = 'network'): Network {
  const network = networks.find((candidate) => candidate.name === name);
  if (network === undefined) {
    const names = networks.map((known) => known.name);
    throw new ThermoError(
      `${spelled} is ${JSON.stringify(name)}: pass one of ${names.join(', ')}; did you mean ${nearestName(name, names)}?`,
    );
  }
  return network;
}
