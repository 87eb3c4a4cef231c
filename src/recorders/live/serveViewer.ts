import type { ServerResponse } from 'node:http';
import { encodeRows } from './encodeRows.js';
import type { LiveRuns } from './liveRuns.js';
import { textOfPosition, type Position } from './position.js';

/** Values of one event: a few milliseconds of work for the server and for the page. */
const valuesOfEvent = 50_000;
/** Milliseconds of sending in one turn of the event loop. */
const patience = 4;
/** Milliseconds between signs of life; they also find out viewers that are gone. */
const heartbeat = 15_000;

/** One who looks at the page. */
export interface Viewer {
  /** Whether everything that is held has been sent to it. */
  isServed(): boolean;
}

/**
 * Sends a viewer everything from its position on, as server-sent events. Nothing is queued for it: it is served from the
 * runs' own history as fast as it takes it, a few milliseconds a turn of the event loop, so a viewer that is slow or gone costs the
 * training nothing and is served what history then holds.
 *
 * @param from where an earlier connection left off
 */
export function serveViewer(response: ServerResponse, runs: LiveRuns, from: Position): Viewer {
  const position = new Map(from);
  let told = 0;
  let blocked = false;
  let scheduled = false;

  const write = (event: string, data: unknown): void => {
    const id = textOfPosition(position);
    blocked = !response.write(
      `event: ${event}\n${id === '' ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`,
    );
  };
  /** @returns whether there was something to send */
  const sendNext = (): boolean => {
    if (told !== runs.revision) {
      told = runs.revision;
      const generations = new Set(runs.held.map(({ generation }) => generation));
      for (const generation of position.keys()) if (!generations.has(generation)) position.delete(generation);
      write(
        'runs',
        runs.held.map(({ description }) => description),
      );
      return true;
    }
    for (const { description, generation, table } of runs.held) {
      const next = table.rowsFrom(position.get(generation) ?? 0, valuesOfEvent);
      if (next === null) continue;
      position.set(generation, next.end);
      write('points', encodeRows(description.id, generation, next.rows));
      return true;
    }
    return false;
  };
  const serve = (): void => {
    scheduled = false;
    const end = performance.now() + patience;
    for (;;) {
      if (blocked || response.closed || !sendNext()) return;
      if (performance.now() > end) return schedule();
    }
  };
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(serve);
  };

  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write('retry: 1000\n\n');
  response.on('drain', () => {
    blocked = false;
    schedule();
  });
  const silence = setInterval(() => {
    if (!blocked) response.write(':\n\n');
  }, heartbeat);
  silence.unref();
  const forget = runs.onNews(schedule);
  response.on('close', () => {
    clearInterval(silence);
    forget();
  });
  // The connection of a viewer that is gone fails; closing it is all there is to do.
  response.on('error', () => {});
  schedule();
  return {
    isServed: () =>
      response.writableLength === 0 &&
      told === runs.revision &&
      runs.held.every(({ generation, table }) => (position.get(generation) ?? 0) === table.end),
  };
}
