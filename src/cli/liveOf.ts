import { basename, resolve } from 'node:path';
import { openRun, type Run } from '../experiments/index.js';
import { LiveRecorder } from '../recorders/node.js';
import { alertsOf } from './alertsOf.js';
import { placeOf, type LiveFlags } from './liveOptions.js';

/** The recorder of `--live`, with what the run recorded before; null unless it is asked for. */
export async function liveOf(run: Run, total: number, page: LiveFlags): Promise<LiveRecorder | null> {
  if (!page.live) return null;
  const tell = alertsOf(page);
  const name = basename(resolve(run.folder));
  const live = new LiveRecorder({
    ...placeOf(page),
    name,
    total,
    history: openRun(run.folder).points,
    onAlert: (alert) => tell(alert, name),
  });
  // A page that cannot be served is an error before any work.
  await live.address;
  return live;
}
