import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { buildPage } from './browser.js';
import { LiveRecorder } from './builtRecorders.js';
import { closedAfterwards } from './closedAfterwards.js';
import { gasPoint } from './gasPoint.js';
import { listenTo } from './readEvents.js';

const built = pathToFileURL(resolve(import.meta.dirname, '../../dist/recorders/node.js')).href;
const kept = closedAfterwards();
const steps = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

beforeAll(buildPage);

/** Records a step each two seconds and gives nothing else in its process a turn, from its first line to its last. */
const neverYields = `
  import { LiveRecorder } from '${built}';
  const live = new LiveRecorder({ port: 0 });
  for (let step = 1; step <= 6; step += 1) {
    const end = Date.now() + 2000;
    live.record({ step });
    while (Date.now() < end);
  }
`;

describe('a viewer', () => {
  test('sees each point within a second while the training computes without a pause', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', neverYields]);
    kept({ close: () => child.kill() });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    await vi.waitFor(() => expect(said).toMatch(/^live page: \S+$/m), { timeout: 20_000 });
    const viewer = kept(listenTo(/^live page: (\S+)$/m.exec(said)![1]!));
    await vi.waitFor(() => expect(viewer.steps().length).toBeGreaterThan(0), { timeout: 5000 });
    const first = viewer.steps().at(-1)!;
    const delays: number[] = [];
    for (let next = first + 1; next <= 6; next += 1) {
      await vi.waitFor(() => expect(viewer.steps()).toContain(next), { timeout: 5000, interval: 10 });
      delays.push(Date.now() - 1000 * viewer.times().at(-1)!);
    }
    expect(delays.length).toBeGreaterThanOrEqual(2);
    expect(Math.max(...delays)).toBeLessThan(1000);
  });

  test('that takes nothing costs the recorder no time and little memory, and others are served', async () => {
    const history = steps(1, 20_000).map(gasPoint);
    const live = kept(new LiveRecorder({ port: 0, say: () => {}, history }));
    const stuck = kept(listenTo(await live.address));
    await vi.waitFor(() => expect(stuck.events.length).toBeGreaterThan(0));
    stuck.pause();
    const before = process.memoryUsage().rss;
    let spent = 0;
    for (let first = 20_001; first <= 60_000; first += 1000) {
      const start = performance.now();
      for (const step of steps(first, first + 999)) live.record(gasPoint(step));
      spent += performance.now() - start;
      // A training computes between its readings; a thousand of them at once leave the thread no time to take them.
      await wait(50);
    }
    // 40,000 points; 0.1 ms each is a hundredth of the quickest training step.
    expect(spent).toBeLessThan(4000);
    const other = kept(listenTo(await live.address));
    await vi.waitFor(() => expect(other.steps()).toHaveLength(60_000), { timeout: 20_000 });
    // What is held is 60,000 points of 24 doubles, 12 MB; as much again and the listeners' own copies are allowed.
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
  });
});
