import type { Panel } from '../panel/index.js';
import { decodeRows } from './decodeRows.js';
import type { PointsMessage, RunDescription } from './message.js';

/** Milliseconds until a connection that the browser has given up is tried again. */
const patience = 1000;

/**
 * Shows in a panel what a server sends, for as long as the page is there. A connection that is lost is taken up where it
 * broke off; a server that was started again sends its history anew, which takes the place of what was shown.
 *
 * @param address of the events
 * @param say told how the connection stands
 */
export function follow(address: string, shown: Panel, say: (text: string) => void): void {
  let last = '';
  const connect = (): void => {
    const events = new EventSource(last === '' ? address : `${address}?after=${encodeURIComponent(last)}`);
    const take = (act: (data: string) => void) => (event: MessageEvent<string>) => {
      act(event.data);
      last = event.lastEventId;
    };
    events.addEventListener('open', () => say('Connected.'));
    events.addEventListener(
      'runs',
      take((data) => shown.describe(JSON.parse(data) as RunDescription[])),
    );
    events.addEventListener(
      'points',
      take((data) => {
        const message = JSON.parse(data) as PointsMessage;
        shown.add(message.run, message.generation, decodeRows(message));
      }),
    );
    events.addEventListener('error', () => {
      say('The server is gone; what it sent is kept, and it is tried again.');
      if (events.readyState !== EventSource.CLOSED) return;
      setTimeout(connect, patience);
    });
  };
  connect();
}
