import { ThermoError } from '../error.js';
import { requirePort } from '../recorders/node.js';
import { alertsOf } from './alertsOf.js';
import { pageFlags, type LiveFlags } from './liveOptions.js';

/**
 * Refuses flags of a page that is not asked for, a port that is none and a webhook that is no address, before any folder is made.
 *
 * @throws ThermoError naming the flag and the remedy
 */
export function requireLive(flags: LiveFlags): void {
  const given = pageFlags.find((name) => flags[name] !== undefined);
  if (!flags.live && given !== undefined) {
    const flag = `--${given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new ThermoError(`${flag} is given without --live: add --live, or leave ${flag} out`);
  }
  requirePort(flags.port);
  // Whoever is to be told of alerts is checked where they are made.
  alertsOf(flags);
}
