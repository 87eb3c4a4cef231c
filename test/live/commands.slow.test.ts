import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { openRun } from '../../src/experiments/index.js';
import { runCli, startCli } from '../cli/runCli.js';
import { temporaryFolders } from '../temporaryFolders.js';
import { buildPage } from './browser.js';
import { listenTo } from './readEvents.js';

const newFolder = temporaryFolders();
/** Some seconds of work for one core, so that there is time to look on. */
const watched = [
  '--chains',
  '2000',
  '--dimension',
  '64',
  '--steps',
  '10000',
  '--every',
  '100',
  '--workers',
  '1',
];

/** The address that a command says its page is at. */
const pageOf = async (output: () => string): Promise<string> => {
  await vi.waitFor(() => expect(output()).toMatch(/^live page: \S+$/m), { timeout: 60_000 });
  return /^live page: (\S+)$/m.exec(output())![1]!;
};

describe('the commands', () => {
  beforeAll(buildPage);

  test('simulate --live serves the run until it ends, and watch shows the finished folder', async () => {
    const runs = newFolder();
    const simulation = startCli(['simulate', ...watched, '--live', '--port', '0', '--out', join(runs, 'a')]);
    const live = listenTo(await pageOf(simulation.output));
    expect((await simulation.done).code).toBe(0);
    expect(live.events.length).toBeGreaterThan(0);
    const recorded = openRun(join(runs, 'a')).points.map(({ step }) => step);
    expect(recorded.length).toBeGreaterThan(10);
    const watching = startCli(['watch', runs, '--port', '0']);
    const viewer = listenTo(await pageOf(watching.output));
    await vi.waitFor(() => expect(viewer.steps()).toEqual(recorded), { timeout: 30_000 });
    expect(viewer.events.find(({ event }) => event === 'runs')!.data).toMatchObject([
      { name: 'a', state: 'finished', total: 10_000 },
    ]);
    viewer.close();
    watching.child.kill('SIGINT');
    await watching.done;
  });

  test('watch refuses a folder that is not there in one line, with code 2', async () => {
    const { code, stderr } = await runCli(['watch', 'nowhere']);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'tfjs-thermo: nowhere is no folder that can be read: name a run folder, or one that holds some\n',
    );
  });
});
