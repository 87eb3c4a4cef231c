import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Whether a request shows the token: in its address the first time, in the page's cookie then. */
export function showsToken(request: IncomingMessage, query: URLSearchParams, token: string): boolean {
  const shown = query.get('token') ?? cookieOf(request) ?? '';
  const [a, b] = [Buffer.from(shown), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The header by which a browser keeps the token for this server. */
export function tokenCookie(token: string): string {
  return `thermo-token=${token}; HttpOnly; SameSite=Strict; Path=/`;
}

function cookieOf({ headers }: IncomingMessage): string | undefined {
  return /(?:^|;\s*)thermo-token=([\w-]+)/.exec(headers.cookie ?? '')?.[1];
}
