import type { Point } from '../../../control/index.js';
import type { Alert } from '../../alerts/index.js';
import type { RunDescription } from '../feed/message.js';
import { pointTable, type PointTable, type Rows } from '../table/index.js';
import type { ShownRun } from './view.js';

/** A run with the table that takes its points. */
export interface FilledRun extends ShownRun {
  readonly table: PointTable;
}

/** The runs of a panel. */
export interface ShownRuns {
  readonly all: readonly FilledRun[];
  /** Takes these for all that came from a server. */
  describe(descriptions: readonly RunDescription[]): void;
  /** Adds points of a server's run. */
  add(id: string, generation: string, rows: Rows): void;
  show(id: string, isShown: boolean): void;
  /** A run of the page itself. */
  own(
    name: string,
    total: number | null,
  ): { append(point: Point, alerts: readonly Alert[]): void; finish(): void };
}

/** No runs yet. Each that comes takes the next colour, and keeps it. */
export function shownRuns(): ShownRuns {
  let all: FilledRun[] = [];
  let coloursTaken = 0;
  const ownIds = new Set<string>();

  const begin = (description: RunDescription): FilledRun => ({
    description,
    generation: '',
    table: pointTable(),
    colour: coloursTaken++,
    isShown: true,
  });
  const change = (id: string, changed: (run: FilledRun) => Partial<FilledRun>): void => {
    all = all.map((run) => (run.description.id === id ? { ...run, ...changed(run) } : run));
  };

  return {
    get all() {
      return all;
    },
    describe(descriptions) {
      const served = descriptions.map((description) => {
        const known = all.find((run) => run.description.id === description.id);
        return known === undefined ? begin(description) : { ...known, description };
      });
      all = [...all.filter(({ description }) => ownIds.has(description.id)), ...served];
    },
    add(id, generation, rows) {
      change(id, (run) => (run.generation === generation ? {} : { generation, table: pointTable() }));
      all.find(({ description }) => description.id === id)?.table.appendRows(rows);
    },
    show: (id, isShown) => change(id, () => ({ isShown })),
    own(name, total) {
      const id = `${name} ${ownIds.size + 1}`;
      ownIds.add(id);
      const run = begin({ id, name, total, state: 'running', reason: null, alerts: [] });
      all = [...all, run];
      return {
        append(point, alerts) {
          run.table.append(point);
          if (alerts.length === 0) return;
          change(id, ({ description }) => ({
            description: { ...description, alerts: [...description.alerts, ...alerts].slice(-100) },
          }));
        },
        finish: () =>
          change(id, ({ description }) => ({ description: { ...description, state: 'finished' } })),
      };
    },
  };
}
