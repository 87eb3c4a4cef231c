import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ThermoError } from '../../error.js';
import { answer } from './answer.js';
import { listen } from './listen.js';
import { liveRuns, type LiveRuns } from './liveRuns.js';
import { pageFiles } from './pageFiles.js';
import { isLoopback } from './refusal.js';
import type { Viewer } from './serveViewer.js';

const defaultPort = 8484;
/** Milliseconds that closing waits for viewers to take what they have not been sent yet. */
const grace = 1000;

/** Where the page is served. */
export interface LiveServerOptions {
  /** 0 to 65535; the next free one is taken where it is in use, any where it is 0. Default 8484. */
  readonly port?: number;
  /** Default 127.0.0.1; any other address than this machine's own loopback is served to those who have the token. */
  readonly host?: string;
  /** Told where the page is; standard error unless given. */
  readonly say?: (line: string) => void;
}

/** A page that shows runs. */
export interface LiveServer {
  /** The address of the page, with its token where there is one. */
  readonly address: string;
  readonly runs: LiveRuns;
  /** Sends viewers what they have not seen yet, for a second at most, and lets go of the port. */
  close(): Promise<void>;
}

/**
 * Refuses what is no port; none at all is the default one.
 *
 * @throws ThermoError where it is no whole number from 0 to 65535
 */
export function requirePort(port: number = defaultPort): void {
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return;
  throw new ThermoError(`port is ${String(port)}: pass a whole number from 0 to 65535`);
}

/**
 * Serves the live page, from the thread that calls it.
 *
 * @throws ThermoError when the port is no port, none is free, the host is none of this machine's, or the page is not built
 */
export async function liveServer(options: LiveServerOptions = {}): Promise<LiveServer> {
  const { port = defaultPort, host = '127.0.0.1', say = toStandardError } = options;
  requirePort(port);
  const runs = liveRuns();
  const token = isLoopback(host) ? null : randomBytes(18).toString('base64url');
  const viewers = new Set<Viewer>();
  const server = createServer(
    { maxHeaderSize: 8192 },
    answer({ runs, page: pageFiles(), host, token, viewers }),
  );
  const bound = await listen(server, host, port);
  const shownHost = host.includes(':') ? `[${host}]` : host;
  const address = `http://${shownHost}:${bound}/${token === null ? '' : `?token=${token}`}`;
  if (port !== 0 && bound !== port) say(`port ${port} is in use`);
  say(`live page: ${address}`);
  return {
    address,
    runs,
    async close() {
      const end = performance.now() + grace;
      const areServed = (): boolean => [...viewers].every((viewer) => viewer.isServed());
      while (!areServed() && performance.now() < end) await wait(20);
      server.close();
      server.closeAllConnections();
    },
  };
}

function toStandardError(line: string): void {
  process.stderr.write(`${line}\n`);
}
