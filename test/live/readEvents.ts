import { request } from 'node:http';
import { decodeRows } from '../../src/recorders/page/feed/decodeRows.js';
import type { PointsMessage } from '../../src/recorders/page/feed/message.js';

/** An event as it came. */
export interface ReceivedEvent {
  readonly event: string;
  readonly id: string;
  readonly data: unknown;
}

/** A viewer that is no browser. */
export interface Listener {
  readonly events: readonly ReceivedEvent[];
  /** The steps of all points received, in the order they came. */
  steps(): number[];
  /** Their times, in Unix seconds. */
  times(): number[];
  /** Takes no more from the network from now on. */
  pause(): void;
  close(): void;
}

/** Connects to a server's events as a browser does. */
export function listenTo(address: string, lastEventId?: string): Listener {
  const events: ReceivedEvent[] = [];
  let text = '';
  let pause = (): void => {};
  const sent = request(
    new URL('/events', address),
    { headers: lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }, agent: false },
    (response) => {
      pause = () => response.pause();
      response.on('data', (chunk: Buffer) => {
        const parts = (text + chunk.toString()).split('\n\n');
        text = parts.pop()!;
        for (const part of parts) {
          const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? '';
          const event = field('event');
          if (event !== '') events.push({ event, id: field('id'), data: JSON.parse(field('data')) });
        }
      });
      response.on('error', () => {});
    },
  );
  sent.on('error', () => {});
  sent.end();
  const column = (wanted: string): number[] =>
    events
      .filter(({ event }) => event === 'points')
      .flatMap(({ data }) => [
        ...(decodeRows(data as PointsMessage).numbers.find(([name]) => name === wanted)?.[1] ?? []),
      ]);
  return {
    events,
    steps: () => column('step'),
    times: () => column('time'),
    pause: () => pause(),
    close: () => sent.destroy(),
  };
}
