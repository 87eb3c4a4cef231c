import { ThermoError } from '../../error.js';
import { digits } from './digits.js';
import { invariantDigits } from './invariantDigits.js';
import type { Network } from './network.js';
import { photographs } from './photographs.js';

/** The built-in networks. */
export const networks: readonly Network[] = [digits, invariantDigits, photographs];

/** The built-in network of a name. @throws ThermoError for an unknown one. */
export function networkNamed(name: string): Network {
  const network = networks.find((candidate) => candidate.name === name);
  if (network === undefined) {
    throw new ThermoError(
      `network is '${name}': pass one of ${networks.map((known) => known.name).join(', ')}`,
    );
  }
  return network;
}
