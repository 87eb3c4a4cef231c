import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** Why a request is not served. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/**
 * Looks at a request before anything else does. Only GET and HEAD without a body are served; the Host must be this
 * server's, so that no other site's name can be made to lead here; a page of another origin gets nothing.
 *
 * @param host what the server is bound to
 * @returns null where there is nothing against it
 */
export function refusalOf(request: IncomingMessage, host: string): Refusal | null {
  const { headers, method } = request;
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, reason: 'only GET is served' };
  if (Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined) {
    return { status: 413, reason: 'no request body is read' };
  }
  const asked = headers.host ?? '';
  if (!isOwnName(nameOf(asked), host)) return { status: 403, reason: 'this Host is not served here' };
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${asked}`) {
    return { status: 403, reason: 'other origins are not served' };
  }
  return null;
}

/** Whether only this machine reaches a host. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function isOwnName(name: string, host: string): boolean {
  if (name === host) return true;
  if (isLoopback(host)) return isLoopback(name);
  // No site can make its own name an address, and bound to all addresses the server cannot know which is meant.
  return isIP(name) !== 0 || name === 'localhost' || name === hostname();
}

/** A Host header without its port and brackets. */
function nameOf(header: string): string {
  return header.replace(/:\d{1,5}$/, '').replace(/^\[(.*)\]$/, '$1');
}
