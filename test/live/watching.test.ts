import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { createRun, runFiles } from '../../src/experiments/run/index.js';
import { followRun, runFoldersIn, watchFolders } from '../../src/experiments/watching/index.js';
import { cutJsonLinesAfter, type Alert } from '../../src/recorders/node.js';
import { liveRuns } from '../../src/recorders/live/liveRuns.js';
import { config } from '../run/runConfig.js';
import { temporaryFolders } from '../temporaryFolders.js';
import { gasPoint } from './gasPoint.js';

const newFolder = temporaryFolders();

/** A run folder, and the steps that a page would show of it. */
function followed() {
  const folder = join(newFolder(), 'first');
  const run = createRun(folder, config);
  const runs = liveRuns();
  const alerts: Alert[] = [];
  const readOn = followRun(folder, runs, (alert) => alerts.push(alert));
  const shown = (): number[] => [...(runs.held[0]!.table.numbers('step') ?? [])];
  return { folder, run, runs, alerts, readOn, shown };
}

describe('a run folder that is followed', () => {
  test('shows the points that are there and those that come, each once', () => {
    const { run, readOn, shown, runs } = followed();
    void run.recorder.record(gasPoint(1));
    void run.recorder.record(gasPoint(2));
    readOn();
    expect(shown()).toEqual([1, 2]);
    readOn();
    void run.recorder.record(gasPoint(3));
    readOn();
    expect(shown()).toEqual([1, 2, 3]);
    expect(runs.held[0]!.description).toMatchObject({ name: 'first', state: 'running', total: 100 });
  });

  test('waits for the rest of a line that is half written', () => {
    const { folder, readOn, shown } = followed();
    const { points } = runFiles(folder);
    writeFileSync(points, '{"step":1}\n{"st');
    readOn();
    expect(shown()).toEqual([1]);
    appendFileSync(points, 'ep":2}\n');
    readOn();
    expect(shown()).toEqual([1, 2]);
  });

  test('begins anew when the run goes on from an earlier step, also where the file has grown past its old end', () => {
    const { folder, run, readOn, shown, runs } = followed();
    for (const step of [1, 2, 3]) void run.recorder.record(gasPoint(step));
    readOn();
    const { generation } = runs.held[0]!;
    const { points } = runFiles(folder);
    cutJsonLinesAfter(points, 1);
    for (const step of [12, 13, 14, 15]) appendFileSync(points, `${JSON.stringify(gasPoint(step))}\n`);
    readOn();
    expect(shown()).toEqual([1, 12, 13, 14, 15]);
    expect(runs.held[0]!.generation).not.toBe(generation);
  });

  test('says how the run ended', () => {
    const { run, readOn, runs } = followed();
    run.end('failed', 'it broke');
    readOn();
    expect(runs.held[0]!.description).toMatchObject({ state: 'failed', reason: 'it broke' });
  });

  test('tells the alerts of points that come, and shows those of earlier ones without telling', () => {
    const { run, readOn, runs, alerts } = followed();
    void run.recorder.record({ ...gasPoint(1), loss: NaN });
    readOn();
    expect(alerts).toEqual([]);
    void run.recorder.record(gasPoint(2));
    void run.recorder.record({ ...gasPoint(3), loss: NaN });
    readOn();
    expect(alerts.map(({ rule, step }) => [rule, step])).toEqual([['nonFinite', 3]]);
    expect(runs.held[0]!.description.alerts.map(({ step }) => step)).toEqual([1, 3]);
  });
});

describe('watching', () => {
  test('finds the runs in a folder of runs, and a folder that is one', () => {
    const { folder } = followed();
    mkdirSync(join(folder, '..', 'no run'));
    expect(runFoldersIn(join(folder, '..'))).toEqual([folder]);
    expect(runFoldersIn(folder)).toEqual([folder]);
  });

  test('refuses a folder that is not there in one line', () => {
    expect(() => runFoldersIn('/nowhere/at all')).toThrow(
      '/nowhere/at all is no folder that can be read: name a run folder, or one that holds some',
    );
  });

  test('shows runs that come later, and goes on past one that cannot be shown', async () => {
    const root = newFolder();
    const runs = liveRuns();
    const warnings: string[] = [];
    const stop = new AbortController();
    const watching = watchFolders({
      folders: [root],
      runs,
      signal: stop.signal,
      onAlert: () => {},
      warn: (line) => warnings.push(line),
    });
    mkdirSync(join(root, 'broken'));
    writeFileSync(join(root, 'broken', 'config.json'), '{}');
    const run = createRun(join(root, 'later'), config);
    void run.recorder.record(gasPoint(1));
    await vi.waitFor(() => expect(runs.held[0]?.table.count).toBe(1), { timeout: 5000 });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/broken/);
    stop.abort();
    await watching;
  });
});
