import { randomUUID } from 'node:crypto';
import type { Point } from '../../control/index.js';
import type { Alert } from '../alerts/index.js';
import { pointTable, type PointTable } from '../page/table/index.js';
import type { RunDescription } from '../page/feed/message.js';

const mostAlerts = 100;
/** Milliseconds in which further news are gathered before viewers are told again. */
const gathering = 100;

/** A run as the server holds it. */
export interface HeldRun {
  readonly description: RunDescription;
  /** Another one whenever the points begin anew. */
  readonly generation: string;
  readonly table: PointTable;
}

/** One run's way in. */
export interface LiveRun {
  /** Takes one point; points come in the order of their steps. */
  record(point: Point): void;
  /** Shows an alert with the run; the last hundred are kept. */
  alert(alert: Alert): void;
  /** Says how the run stands. */
  stand(state: RunDescription['state'], reason: string | null): void;
  /** Forgets the points, as those of a run that begins anew or goes on from an earlier step. */
  restart(): void;
}

/** The runs that a server shows. */
export interface LiveRuns {
  readonly held: readonly HeldRun[];
  /** Grows with every change of a description. */
  readonly revision: number;
  /** @throws Error when a run of that id is there already */
  add(run: Pick<RunDescription, 'id' | 'name' | 'total'>): LiveRun;
  /** Calls back a moment after something changed. @returns what ends it */
  onNews(listener: () => void): () => void;
}

/** No runs yet. */
export function liveRuns(): LiveRuns {
  const held: HeldRun[] = [];
  const listeners = new Set<() => void>();
  let revision = 0;
  let timer: NodeJS.Timeout | null = null;

  let toldAt = -Infinity;
  const tellNow = (): void => {
    timer = null;
    toldAt = performance.now();
    for (const listener of listeners) listener();
  };
  const tell = (): void => {
    if (timer !== null) return;
    const wait = toldAt + gathering - performance.now();
    if (wait <= 0) return tellNow();
    timer = setTimeout(tellNow, wait);
    timer.unref();
  };

  return {
    held,
    get revision() {
      return revision;
    },
    add(run) {
      if (held.some(({ description }) => description.id === run.id)) throw new Error(`two runs ${run.id}`);
      const place = held.length;
      held.push({ description: { ...run, state: 'running', reason: null, alerts: [] }, ...emptyTable() });
      const change = (changed: Partial<HeldRun>): void => {
        held[place] = { ...held[place]!, ...changed };
        tell();
      };
      const describe = (changed: Partial<RunDescription>): void => {
        revision += 1;
        change({ description: { ...held[place]!.description, ...changed } });
      };
      describe({});
      return {
        record(point) {
          held[place]!.table.append(point);
          tell();
        },
        alert: (alert) =>
          describe({ alerts: [...held[place]!.description.alerts, alert].slice(-mostAlerts) }),
        stand: (state, reason) => describe({ state, reason }),
        restart() {
          change(emptyTable());
          describe({ alerts: [] });
        },
      };
    },
    onNews(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function emptyTable(): Pick<HeldRun, 'generation' | 'table'> {
  return { generation: randomUUID().slice(0, 8), table: pointTable() };
}
