import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { ThermoError } from '../../../error.js';
import { liveServer, type LiveServer } from '../liveServer.js';
import type { Answer, News, ThreadStart } from './messages.js';

const { where, run, history, alerts, speaks, taken } = workerData as ThreadStart;
const port = parentPort!;
const count = new Int32Array(taken);
const lines: string[] = [];

const tell = (answer: Answer): void => port.postMessage(answer);

/** Past the main thread, which may leave nothing a turn for as long as it trains. */
function toStandardError(line: string): void {
  try {
    writeSync(2, `${line}\n`);
  } catch {
    // Nobody reads it; the page is there all the same.
  }
}

function show(server: LiveServer): void {
  const shown = server.runs.add(run);
  history.forEach((point) => shown.record(point));
  alerts.forEach((alert) => shown.alert(alert));
  port.on('message', (news: News) => {
    if (news.kind === 'point') {
      shown.record(news.point);
      news.alerts.forEach((alert) => shown.alert(alert));
      Atomics.add(count, 0, 1);
    } else {
      shown.stand(news.state, news.reason);
      // With the port closed nothing is left that keeps the thread.
      void server.close().then(() => port.close());
    }
  });
}

try {
  const say = speaks ? toStandardError : (line: string): void => void lines.push(line);
  const server = await liveServer({ ...where, say });
  show(server);
  tell({ kind: 'listening', address: server.address, lines });
} catch (error) {
  if (!(error instanceof ThermoError)) throw error;
  tell({ kind: 'refused', message: error.message });
}
