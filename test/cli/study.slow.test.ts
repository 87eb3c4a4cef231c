import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRun } from '../../src/experiments/index.js';
import { readStudy, type RecordedStudy } from '../../src/experiments/study/index.js';
import { runCli, startCli } from './runCli.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tfjs-thermo-study-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the quick study', () => {
  test('writes every table, outside of theory only what its weights are too close for, and a report that needs nothing else', async () => {
    const out = join(folder, 'quick');
    const { code, stdout, stderr } = await runCli(['study', '--quick', '--out', out, '--json']);
    expect(stderr).not.toMatch(/tfjs-thermo:/);
    expect(code).toBe(0);

    const printed = JSON.parse(stdout) as Pick<RecordedStudy, 'state'> & {
      results: RecordedStudy['protocols'][number]['results'];
    };
    expect(printed.state).toBe('finished');
    expect(printed.results.length).toBe(33);
    const outside = printed.results.filter(({ verdict }) => verdict === 'outside');
    expect(outside.filter(({ name }) => !name.endsWith('nats), as published'))).toEqual([]);

    const study = readStudy(out)!;
    expect(study.protocols.map(({ cells }) => cells.length)).toEqual([81, 81, 81]);
    expect(study.protocols.map(({ minima }) => minima.length)).toEqual([81, 81, 81]);
    expect(study.protocols.flatMap(({ results }) => results)).toEqual(printed.results);

    const run = openRun(out);
    expect(run.status.state).toBe('finished');
    expect(run.points.length).toBe(243);
    expect(readFileSync(join(out, 'points.csv'), 'utf8').trimEnd().split('\n').length).toBe(244);

    const report = readFileSync(join(out, 'report.html'), 'utf8');
    expect(report.match(/role="img"/g)!.length).toBe(9);
    expect(report).not.toMatch(/<script|<link|<img|src=|href="(?!data:)|url\((?!#)|NaN|Infinity|undefined/);
  });

  test('gives the same numbers whatever the number of workers', async () => {
    const small = ['study', '--points', '3', '--steps', '400000', '--protocol', 'fixedSphere'];
    await runCli([...small, '--workers', '1', '--out', join(folder, 'one')]);
    await runCli([...small, '--workers', '3', '--out', join(folder, 'three')]);
    expect(readStudy(join(folder, 'one'))!.protocols).toEqual(readStudy(join(folder, 'three'))!.protocols);
    expect(readStudy(join(folder, 'one'))!.protocols.map(({ protocol }) => protocol)).toEqual([
      'fixedSphere',
    ]);
  });
});

test('Ctrl-C leaves a report of what there is, marked as a part, and exit code 130', async () => {
  const out = join(folder, 'interrupted');
  const { child, done, output } = startCli(['study', '--out', out]);
  await expect.poll(output, { timeout: 60_000, interval: 100 }).toMatch(/step \d+\/867/);
  child.kill('SIGINT');
  const { code } = await done;
  expect(code).toBe(130);
  const study = readStudy(out)!;
  expect(study.state).toBe('interrupted');
  const measured = study.protocols.flatMap(({ cells }) => cells).length;
  expect(measured).toBeGreaterThan(0);
  expect(measured).toBeLessThan(867);
  expect(openRun(out).status).toMatchObject({ state: 'interrupted', reason: 'stopped by a signal' });
  expect(openRun(out).points.length).toBe(measured);
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain(
    `The study was interrupted; this is what it had measured with ${measured} of 867 cells`,
  );
});

test('a study that is killed is seen to be broken off by all that read its folder', async () => {
  const out = join(folder, 'killed');
  const args = ['study', '--points', '20', '--steps', '400000', '--out', out];
  const { child, done, output } = startCli(args);
  await expect
    .poll(() => existsSync(join(out, 'report.json')), { timeout: 120_000, interval: 20 })
    .toBe(true);
  expect(readStudy(out)!.state, output()).toBe('running');
  const busy = await runCli(args);
  expect(busy.stderr).toContain(`run folder ${out} holds a study run that is running: choose another --out`);
  child.kill('SIGKILL');
  await done;

  expect(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))).toMatchObject({ state: 'running' });
  const study = readStudy(out)!;
  expect(study.state).toBe('interrupted');
  expect(study.protocols[0]!.cells).toHaveLength(400);
  expect(openRun(out).points.length).toBeGreaterThanOrEqual(400);
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain(
    'The study was going on when this was written, with 400 of 1200 cells.',
  );
  const again = await runCli(args);
  expect(again.code).toBe(2);
  expect(again.stderr).toContain(
    `run folder ${out} holds a study run that is interrupted (its process ended without saying so): choose another --out`,
  );
});

describe('study refuses in one line that names the remedy, before any work', () => {
  test.each([
    ['a grid without cells', ['--points', '0'], /points is 0: pass a whole number of at least 3/],
    ['too few steps', ['--steps', '80000'], /steps is 80000: pass at least 400000/],
    ['steps that do not fit', ['--steps', '2000001'], /steps is 2000001: pass a multiple of entropyEvery/],
    ['a seed that is negative', ['--seed', '-1'], /--seed is -1: pass a whole number of at least 0/],
    ['no worker', ['--workers', '0'], /workers is 0: pass a whole number of at least 1/],
    [
      'an unknown protocol',
      ['--protocol', 'fixedTemperature'],
      /--protocol <name>' argument 'fixedTemperature' is invalid\. Allowed choices are fixedEffectiveLearningRate, fixedLearningRate, fixedSphere/,
    ],
  ])('%s', async (_, args, message) => {
    const out = join(folder, 'never');
    const { code, stderr } = await runCli(['study', ...args, '--out', out]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  test('a study without a folder', async () => {
    const { code, stderr } = await runCli(['study']);
    expect(stderr).toMatch(/required option '--out <folder>' not specified/);
    expect(code).toBe(2);
  });
});
