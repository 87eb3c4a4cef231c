import { basename, resolve } from 'node:path';
import { alertWatch, type Alert, type LiveRuns, type Point } from '../../recorders/node.js';
import { pointOfJsonLine } from '../../recorders/jsonLines.js';
import { readConfig } from '../run/readConfig.js';
import { readStatus } from '../run/readStatus.js';
import { runFiles } from '../run/index.js';
import { growingFile } from './growingFile.js';

/**
 * Shows a run folder on a live page as it grows.
 *
 * @param onAlert told of the alerts of points that come while it is followed, not of those recorded before
 * @returns a function that reads on and says whether there is more to read at once
 * @throws ThermoError when the folder holds no run, or, from the function, a line of it is no point
 */
export function followRun(
  folder: string,
  runs: LiveRuns,
  onAlert: (alert: Alert) => void = () => {},
): () => boolean {
  const config = readConfig(folder);
  const { points } = runFiles(folder);
  const { steps } = config.settings;
  const known = typeof steps === 'number' ? { total: steps } : {};
  const run = runs.add({ id: resolve(folder), name: basename(resolve(folder)), total: null, ...known });
  const readOn = growingFile(points);
  let alertsOf = alertWatch(known);
  let lineNumber = 0;
  let isCaughtUp = false;
  let stood = '';

  const show = (point: Point): void => {
    run.record(point);
    for (const alert of alertsOf(point)) {
      run.alert(alert);
      if (isCaughtUp) onAlert(alert);
    }
  };
  return () => {
    const { lines, isAnew, hasMore } = readOn();
    if (isAnew) {
      run.restart();
      alertsOf = alertWatch(known);
      lineNumber = 0;
    }
    for (const line of lines) show(pointOfJsonLine(line, `${points} line ${++lineNumber}`));
    const { state, reason } = readStatus(folder, config);
    if (stood !== `${state} ${reason}`) run.stand(state, reason);
    stood = `${state} ${reason}`;
    isCaughtUp ||= !hasMore;
    return hasMore;
  };
}
