import { get, type ClientRequest, type IncomingMessage } from 'node:http';
import type { PointsMessage } from '../../../recorders/page/feed/message.js';
import { decodeRows } from '../../../recorders/page/feed/decodeRows.js';

/** One who looks at a live page, without a browser: it keeps no more than counts. */
export interface Viewer {
  /** Points seen, each counted once. */
  readonly seen: number;
  /** The step of the newest of them; 0 before the first. */
  readonly newest: number;
  /** Comes, at the place where it left. */
  come(): void;
  leave(): void;
  /** Whether it takes what it is sent; one that does not is slow. */
  take(taken: boolean): void;
}

/** @param address of the page */
export function viewer(address: string): Viewer {
  let seen = 0;
  let newest = 0;
  let last = '';
  let request: ClientRequest | null = null;
  let response: IncomingMessage | null = null;

  const see = (event: string): void => {
    const fields = new Map(event.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]));
    last = fields.get('id') ?? last;
    if (fields.get('event') !== 'points') return;
    const { numbers } = decodeRows(JSON.parse(fields.get('data')!) as PointsMessage);
    for (const step of new Map(numbers).get('step') ?? []) {
      if (step > newest) seen += 1;
      newest = Math.max(newest, step);
    }
  };
  return {
    get seen() {
      return seen;
    },
    get newest() {
      return newest;
    },
    come() {
      let text = '';
      request = get(new URL(`/events?after=${last}`, address), { agent: false }, (answer) => {
        response = answer;
        answer.setEncoding('utf8');
        answer.on('data', (more: string) => {
          const events = (text + more).split('\n\n');
          text = events.pop()!;
          events.forEach(see);
        });
        // A server that ends, and leaving, break the connection off.
        answer.on('error', () => {});
      });
      request.on('error', () => {});
    },
    leave() {
      request?.destroy();
      response = null;
    },
    take: (taken) => response?.[taken ? 'resume' : 'pause'](),
  };
}
