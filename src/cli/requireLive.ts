import { ThermoError } from '../error.js';
import { createServer } from 'node:http';
import { requirePort } from '../recorders/node.js';
import { listen } from '../recorders/live/listen.js';
import { alertsOf } from './alertsOf.js';
import { flagOf } from './flagOf.js';
import { pageFlags, type LiveFlags } from './liveOptions.js';

/**
 * Refuses flags of a page that is not asked for, a place where none can be served and a webhook that is no address, before
 * any folder is made.
 *
 * @throws ThermoError naming the flag and the remedy
 */
export async function requireLive(flags: LiveFlags): Promise<void> {
  const given = pageFlags.find((name) => flags[name] !== undefined);
  if (!flags.live && given !== undefined) {
    const flag = flagOf(given);
    throw new ThermoError(`${flag} is given without --live: add --live, or leave ${flag} out`);
  }
  // Whoever is to be told of alerts is checked where they are made.
  alertsOf(flags);
  if (flags.live) await requirePlace(flags);
}

/** @throws ThermoError where nothing can be listened on at a host and port; it is listened on for a moment. */
export async function requirePlace({ host, port }: LiveFlags): Promise<void> {
  if (host?.trim() === '') throw new ThermoError('--host is empty: pass an address such as 127.0.0.1');
  requirePort(port);
  const server = createServer();
  await listen(server, host ?? '127.0.0.1', port ?? 0);
  await new Promise((closed) => server.close(closed));
}
