import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createRun, endFailed, openRun, tryReport, writeReport } from '../../src/experiments/run/index.js';
import { syntheticRun } from '../recorders/syntheticRun.js';
import { temporaryFolders } from '../temporaryFolders.js';
import { config } from './runConfig.js';

const newFolder = temporaryFolders();

test('writes the report of a run into its folder, while it goes on and when it has ended', () => {
  const folder = newFolder();
  const run = createRun(folder, config);
  for (const point of syntheticRun(200)) run.recorder.record(point);
  const report = writeReport(folder);
  expect(report).toBe(join(folder, 'report.html'));
  expect(readFileSync(report, 'utf8')).toContain(
    'The run is still going on; this is what it had recorded by step 200.',
  );
  run.writeSummary({ testAccuracy: 0.97 });
  run.end('finished');
  writeReport(folder);
  const html = readFileSync(report, 'utf8');
  expect(html).toContain('The run is finished, at step 200.');
  expect(html).toContain('<th scope="row">test accuracy</th><td>97.00 %</td>');
  expect(html).toContain('<th scope="row">backend</th><td>cpu</td>');
});

test('where it cannot be written that is told, and the run has ended as it ended', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const folder = newFolder();
  const run = createRun(folder, config);
  mkdirSync(join(folder, 'report.html', 'in the way'), { recursive: true });
  run.end('finished');
  expect(tryReport(run)).toBeNull();
  expect(warn.mock.calls).toHaveLength(1);
  expect(warn.mock.calls[0]![0]).toMatch(/^the report failed at the end: .*report\.html/);
  endFailed(run, new Error('too late'), { diverged: true });
  expect(openRun(folder).status).toMatchObject({ state: 'finished', reason: null });
  warn.mockRestore();
});

test('refuses a folder that holds no run', () => {
  expect(() => writeReport(newFolder())).toThrow(/holds no run \(no config.json\)/);
});
