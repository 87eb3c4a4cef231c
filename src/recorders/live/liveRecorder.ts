import type { Point, Recorder } from '../../control/index.js';
import { requireKnownNames } from '../../error.js';
import { alertWatch, type Alert } from '../alerts/index.js';
import type { RunDescription } from '../page/feed/message.js';
import { timed } from '../timed.js';
import { requirePort, type LiveServerOptions } from './liveServer.js';
import { pageThread, type PageThread } from './thread/pageThread.js';

/** Alerts of the history that a page shows. */
const mostAlerts = 100;

const optionNames: readonly (keyof LiveRecorderOptions)[] = [
  'name',
  'total',
  'history',
  'onAlert',
  'port',
  'host',
  'say',
];

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

/**
 * Shows a run on a page while it goes on. A thread of its own holds the points, in bounded memory, and serves them: a viewer
 * sees each within a second, also while this thread computes without a pause, and costs it nothing. An open page keeps no
 * process alive. Where the page cannot be served, or breaks, that is told once and the training goes on.
 *
 * @example
 * const live = new LiveRecorder({ name: 'first try' }); // live page: http://127.0.0.1:8484/
 * await model.fit(xs, ys, { callbacks: [new ThermoMonitor({ model, recorders: [live] })] });
 * await live.close();
 */
export class LiveRecorder implements Recorder {
  readonly #thread: PageThread;
  readonly #alertsOf: (point: Point) => readonly Alert[];
  readonly #onAlert: (alert: Alert) => void;

  /** @throws ThermoError when the port is no port, or for an option that there is not */
  constructor(options: LiveRecorderOptions = {}) {
    requireKnownNames('LiveRecorder', options, optionNames);
    const { name = 'training', total, history = [], onAlert = () => {}, say = null, ...where } = options;
    requirePort(where.port);
    this.#alertsOf = alertWatch(total === undefined ? {} : { total });
    this.#onAlert = onAlert;
    const alerts = history.flatMap((point) => this.#alertsOf(point)).slice(-mostAlerts);
    const run = { id: name, name, total: total ?? null };
    this.#thread = pageThread({ where, run, history, alerts }, say);
  }

  /**
   * The address of the page, once it is served.
   *
   * @throws ThermoError (rejecting) when no port is free, the host is none of this machine's, or the page is not built
   */
  get address(): Promise<string> {
    return this.#thread.address();
  }

  /** Takes one point; points come in the order of their steps. */
  record(point: Point): void {
    const alerts = this.#alertsOf(point);
    this.#thread.post({ kind: 'point', point: timed(point), alerts });
    alerts.forEach(this.#onAlert);
  }

  /**
   * Sends viewers what they have not seen yet, for a second at most, and closes the page.
   *
   * @param state how the run ended; default `finished`
   * @param reason why, for a run that was interrupted or failed
   */
  async close(
    state: Exclude<RunDescription['state'], 'running'> = 'finished',
    reason?: string,
  ): Promise<void> {
    await this.#thread.end({ kind: 'end', state, reason: reason ?? null });
  }
}
