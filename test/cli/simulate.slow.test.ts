import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRun } from '../../src/experiments/run/index.js';
import { temporaryFolders } from '../temporaryFolders.js';
import { runCli, startCli } from './runCli.js';

const temporaryFolder = temporaryFolders();
const small = ['--dimension', '8', '--chains', '60', '--steps', '400', '--every', '10', '--tolerance', '0.1'];

describe('simulate', () => {
  test('records an equilibrium and an adiabat in a folder as a training does', async () => {
    const out = join(temporaryFolder(), 'run');
    const { code, stdout } = await runCli(['simulate', '--out', out, ...small]);
    expect(code).toBe(0);
    const run = openRun(out);
    expect(run.config).toMatchObject({ name: 'simulate', settings: { process: 'adiabatic', steps: 400 } });
    expect(run.status.state).toBe('finished');
    expect(stdout).toBe(
      `finished after ${run.points.at(-1)!.step} steps\nreport: ${join(out, 'report.html')}\n`,
    );
    expect(new Set(run.points.map(({ phase }) => phase))).toEqual(new Set(['equilibrium', 'adiabatic']));
    expect(run.summary).toMatchObject({ steps: run.points.at(-1)!.step });
    // T falls to a tenth, V grows tenfold: as far as the last window but its end goes.
    const [before, after] = [
      run.points.findLast(({ phase }) => phase === 'equilibrium')!,
      run.points.at(-1)!,
    ];
    expect((after['temperature'] as number) / (before['temperature'] as number)).toBeLessThan(0.13);
    expect((after['volume'] as number) / (before['volume'] as number)).toBeGreaterThan(7);
    const table = readFileSync(join(out, 'points.csv'), 'utf8').trim().split('\r\n');
    expect(table).toHaveLength(run.points.length + 1);
    expect(table[0]).toBe(run.config.columns.join(','));
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('<svg');
  });

  test('gives the same points for one seed, whatever the number of workers', async () => {
    const folder = temporaryFolder();
    const large = ['--dimension', '100', '--chains', '800', '--steps', '300', '--every', '100'];
    for (const workers of ['1', '3']) {
      const { code } = await runCli([
        'simulate',
        ...large,
        '--out',
        join(folder, workers),
        '--workers',
        workers,
      ]);
      expect(code).toBe(0);
    }
    const pointsOf = (workers: string): unknown[] =>
      openRun(join(folder, workers)).points.map((point) => ({ ...point, time: null }));
    expect(pointsOf('3')).toEqual(pointsOf('1'));
  });

  test('on Ctrl-C leaves a folder that opens, marked so, with its report', async () => {
    const out = join(temporaryFolder(), 'run');
    const { child, done } = startCli(['simulate', '--out', out, '--steps', '10000000', '--process', 'none']);
    while (!existsSync(join(out, 'points.jsonl')) || openRun(out).points.length < 3)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const { code, stdout } = await done;
    expect(code).toBe(130);
    const run = openRun(out);
    expect(run.status).toMatchObject({ state: 'interrupted', reason: 'stopped by a signal' });
    expect(run.points.length).toBeGreaterThanOrEqual(3);
    expect(run.notes).toEqual([]);
    expect(stdout).toContain(join(out, 'report.html'));
    expect(existsSync(join(out, 'report.html'))).toBe(true);
  });

  test('that turns non-finite ends with code 1 and says so in its folder', async () => {
    const out = join(temporaryFolder(), 'run');
    const { code, stderr } = await runCli([
      'simulate',
      '--out',
      out,
      ...small,
      '--effective-learning-rate',
      '3',
      '--weight-decay',
      '10',
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^tfjs-thermo: simulation turned non-finite by step \d+; .*: lower the learning rate, the weight decay or the noise$/m,
    );
    expect(openRun(out).status).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('non-finite'),
    });
  });

  test.each([
    ['a dimension under 2', ['--dimension', '1'], /: --dimension is 1: pass a whole number of at least 2\n/],
    ['a number that is none', ['--noise', 'loud'], /--noise <sigma>' argument 'loud' is invalid/],
    ['a number that is not finite', ['--strength', 'NaN'], /--strength <h>' argument 'NaN' is invalid/],
    [
      'an unknown energy, with the nearest',
      ['--energy', 'quadratc'],
      /energy is "quadratc".*did you mean quadratic/,
    ],
    [
      'two rates',
      ['--learning-rate', '1', '--effective-learning-rate', '1'],
      /--learning-rate and --effective-learning-rate are both given/,
    ],
    [
      'decay on a sphere',
      ['--radius', '2', '--weight-decay', '1'],
      /--weight-decay is given on a sphere, where nothing decays/,
    ],
    [
      'a process without a target',
      ['--process', 'isothermal'],
      /process target is missing: pass exactly one of --temperature-ratio, --volume-ratio and --pressure-ratio/,
    ],
    [
      'a process that cannot reach its target',
      ['--process', 'isothermal', '--temperature-ratio', '2'],
      /isothermal.*temperature/,
    ],
    ['a polytropic process without its index', ['--process', 'polytropic'], /--polytropic-index is missing/],
    [
      'no steps left for the equilibrium',
      ['--process-steps', '400'],
      /--process-steps is 400, but the run has 400 steps/,
    ],
    [
      'an equilibrium that is over before its first reading',
      ['--every', '201'],
      /--every is 201, but the equilibrium has 200 steps \(steps less --process-steps\)/,
    ],
    [
      'more memory than there is, with the size',
      ['--dimension', '1000000', '--chains', '100000'],
      /needs 2240 GB, of .* GB that can be had/,
    ],
    ['no workers', ['--workers', '0'], /--workers is 0/],
    [
      'more steps than can be told apart',
      ['--steps', '1e99', '--process', 'none'],
      /--steps is 1e\+99: pass a whole number of at least 2 and at most 9007199254740991\n/,
    ],
    [
      'a dimension beyond any array',
      ['--dimension', '1e15', '--chains', '1'],
      /a chain of dimension 1000000000000000 needs .* GB that can be had: pass a smaller dimension\n/,
    ],
    ['no address', ['--live', '--host', ''], /--host is empty: pass an address such as 127.0.0.1/],
    [
      "an address that is none of this machine's",
      ['--live', '--host', '192.0.2.1'],
      /192\.0\.2\.1.* cannot be listened on \(EADDRNOTAVAIL\): pass an address of this machine's/,
    ],
  ])('refuses %s in one line, before it makes a folder', async (_, args, message) => {
    const out = join(temporaryFolder(), 'never');
    const { code, stderr } = await runCli(['simulate', '--out', out, '--steps', '400', ...args]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });
});
