import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LiveRuns } from './liveRuns.js';
import type { PageFiles } from './pageFiles.js';
import { positionOf } from './position.js';
import { refusalOf } from './refusal.js';
import { serveViewer, type Viewer } from './serveViewer.js';
import { showsToken, tokenCookie } from './token.js';

/** Viewers at once. */
const mostViewers = 100;

const securityHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src blob: data:; style-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** What a server answers from. */
export interface Served {
  readonly runs: LiveRuns;
  readonly page: PageFiles;
  readonly host: string;
  /** Asked of every request; null where only this machine reaches the server. */
  readonly token: string | null;
  /** Those who are being served; kept by `answer`. */
  readonly viewers: Set<Viewer>;
}

/** Answers requests: the page, its script and the stream of events. No path is ever looked up in a file system. */
export function answer(served: Served): (request: IncomingMessage, response: ServerResponse) => void {
  const { runs, page, host, token, viewers } = served;
  return (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const refuse = (status: number, reason: string): void => {
      response.writeHead(status, { 'Content-Type': 'text/plain', Connection: 'close' });
      response.end(`${reason}\n`);
    };
    const refusal = refusalOf(request, host);
    if (refusal !== null) return refuse(refusal.status, refusal.reason);
    const { url = '' } = request;
    if (!url.startsWith('/') || !URL.canParse(url, 'http://page')) {
      return refuse(400, 'this address is malformed');
    }
    const { searchParams } = new URL(url, 'http://page');
    if (token !== null) {
      if (!showsToken(request, searchParams, token)) return refuse(401, 'open the address with its token');
      response.setHeader('Set-Cookie', tokenCookie(token));
    }
    switch (url.split('?')[0]) {
      case '/':
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
        response.end(request.method === 'HEAD' ? undefined : page.html);
        return undefined;
      case '/page.js':
        response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' });
        response.end(request.method === 'HEAD' ? undefined : page.script);
        return undefined;
      case '/events': {
        if (request.method === 'HEAD') return refuse(405, 'only GET is served');
        if (viewers.size >= mostViewers) return refuse(503, `${mostViewers} viewers are served already`);
        const last = request.headers['last-event-id'] ?? searchParams.get('after') ?? '';
        const viewer = serveViewer(response, runs, positionOf(String(last)));
        viewers.add(viewer);
        response.on('close', () => viewers.delete(viewer));
        return undefined;
      }
      default:
        return refuse(404, 'there is nothing here');
    }
  };
}
