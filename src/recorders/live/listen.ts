import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ThermoError } from '../../error.js';

/** Ports that are tried, from the one asked for on. */
const tried = 50;

/**
 * Binds a server to a port or, where that is in use, to the next free one.
 *
 * @returns the port
 * @throws ThermoError when none is free, or the host is none of this machine's
 */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  for (let next = port; next < port + tried && next < 65_536; next += 1) {
    const bound = await bind(server, host, next);
    if (bound !== null) return bound;
  }
  throw new ThermoError(
    `ports ${port} to ${Math.min(port + tried, 65_536) - 1} are all in use: pass another one`,
  );
}

/** The port, or null where it is in use. */
function bind(server: Server, host: string, port: number): Promise<number | null> {
  return new Promise((settle, fail) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.off('listening', listening);
      if (error.code === 'EADDRINUSE') settle(null);
      else fail(refusedBy(error, host, port));
    };
    const listening = (): void => {
      server.off('error', failed);
      settle((server.address() as AddressInfo).port);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen(port, host);
  });
}

function refusedBy(error: NodeJS.ErrnoException, host: string, port: number): ThermoError {
  const remedy =
    error.code === 'EACCES'
      ? 'pass a port of at least 1024'
      : "pass an address of this machine's, such as 127.0.0.1";
  return new ThermoError(`${host}:${port} cannot be listened on (${error.code}): ${remedy}`, {
    cause: error,
  });
}
