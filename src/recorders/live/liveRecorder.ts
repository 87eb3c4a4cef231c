import { setImmediate as turnOfEventLoop } from 'node:timers/promises';
import type { Point, Recorder } from '../../control/index.js';
import { alertWatch, type Alert } from '../alerts/index.js';
import type { RunDescription } from '../page/feed/message.js';
import { liveServer, type LiveServerOptions } from './liveServer.js';

/** What is shown, and where. */
export interface LiveRecorderOptions extends LiveServerOptions {
  /** What the run is called on the page; default "training". */
  readonly name?: string;
  /** The step at which the run ends at the latest, where it is known. */
  readonly total?: number;
  /** Points recorded before, as those of a run that goes on. */
  readonly history?: readonly Point[];
  /** Told of each alert beside the page. */
  readonly onAlert?: (alert: Alert) => void;
}

/** A recorder whose points are seen on a page while they come. */
export interface LiveRecorder extends Recorder {
  /** The address of the page. */
  readonly address: string;
  /** Takes a point, and lets the page be served for a moment: `fit` itself leaves no turn for anything else. */
  record(point: Point): Promise<void>;
  /**
   * Sends viewers what they have not seen yet, for a second at most, and closes the page.
   *
   * @param state how the run ended; default `finished`
   * @param reason why, for a run that was interrupted or failed
   */
  close(state?: Exclude<RunDescription['state'], 'running'>, reason?: string): Promise<void>;
}

/**
 * Shows a run on a page while it goes on. What the page is sent never holds up the training: it is served between
 * readings, from a history in bounded memory, at the pace each viewer takes. An open page does not keep the process alive.
 *
 * @example
 * const live = await liveRecorder({ name: 'first try' }); // live page: http://127.0.0.1:8484/
 * await model.fit(xs, ys, { callbacks: [new ThermoMonitor({ model, recorders: [live] })] });
 * await live.close();
 *
 * @throws ThermoError when the port is no port, none is free, the host is none of this machine's, or the page is not built
 */
export async function liveRecorder(options: LiveRecorderOptions = {}): Promise<LiveRecorder> {
  const { name = 'training', total, history = [], onAlert = () => {}, ...where } = options;
  const server = await liveServer(where);
  server.keepAlive(false);
  const run = server.runs.add({ id: name, name, total: total ?? null });
  const alertsOf = alertWatch(total === undefined ? {} : { total });
  const take = (point: Point): readonly Alert[] => {
    run.record(point);
    const alerts = alertsOf(point);
    for (const alert of alerts) run.alert(alert);
    return alerts;
  };
  history.forEach(take);
  return {
    address: server.address,
    async record(point) {
      take({ ...point, time: Date.now() / 1000 }).forEach(onAlert);
      await turnOfEventLoop();
    },
    async close(state = 'finished', reason) {
      run.stand(state, reason ?? null);
      await server.close();
    },
  };
}
