import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInCandidates } from '../../src/experiments/compare/index.js';
import { openRun } from '../../src/experiments/run/index.js';
import type { ComparedCandidate, Comparison } from '../../src/recorders/node.js';
import { temporaryFolders } from '../temporaryFolders.js';
import { writeTinyDigits } from '../tinyDigits.js';
import { runCli, startCli } from './runCli.js';

const temporaryFolder = temporaryFolders();
const small = ['--batch-size', '16', '--steps', '20', '--tuning-steps', '10', '--every', '5'];
const few = ['--candidates', 'cosine,adiabatic-annealing'];

const readResults = (out: string): Comparison => JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));

let shared: string;
let data: string;
let undisturbed: string;
const args = (out: string): string[] => [
  'compare',
  '--quick',
  '--out',
  out,
  '--data',
  data,
  ...small,
  '--checkpoint-every',
  '5',
];

beforeAll(async () => {
  shared = mkdtempSync(join(tmpdir(), 'tfjs-thermo-compare-'));
  data = writeTinyDigits(join(shared, 'digits'));
  undisturbed = join(shared, 'undisturbed');
  const { code, stderr } = await runCli([...args(undisturbed), ...few]);
  expect(code, stderr).toBe(0);
});

afterAll(() => rmSync(shared, { recursive: true, force: true }));

/** Starts a comparison and waits until one of its runs has saved a checkpoint. */
async function startUntil(out: string, run: string) {
  const cli = startCli([...args(out), ...few]);
  while (!existsSync(join(out, run, 'checkpoints'))) {
    if (cli.child.exitCode !== null) throw new Error(`ended before ${run}: ${cli.output()}`);
    await new Promise((wake) => setTimeout(wake, 2));
  }
  return cli;
}

describe('compare', () => {
  test('trains every candidate to the end of its budget, in a folder a run, and tells all in one table', async () => {
    const out = join(temporaryFolder(), 'comparison');
    const { code, stdout, stderr } = await runCli([...args(out), '--checkpoint-every', '10', '--json']);
    expect(code, stderr).toBe(0);
    const comparison = JSON.parse(stdout) as Comparison;
    expect(comparison).toEqual(readResults(out));
    expect(comparison.state).toBe('finished');
    expect(comparison.candidates.map(({ name }) => name)).toEqual(builtInCandidates.map(({ name }) => name));
    for (const { name, rate, tried, runs, diverged } of comparison.candidates) {
      expect(tried).toHaveLength(4);
      expect(runs.length + diverged, name).toBe(2);
      expect(tried.map((one) => one.rate)).toContain(rate);
      for (const { seed, folder, testAccuracy, curve } of runs) {
        const run = openRun(folder);
        expect(run.status.state).toBe('finished');
        expect(run.config.settings).toMatchObject({ candidate: name, part: 'final', rate, seed, steps: 20 });
        expect(run.summary).toMatchObject({ steps: 20, testAccuracy });
        expect(run.latestCheckpoint()?.step).toBe(20);
        expect(curve.map(({ step }) => step)).toEqual([10, 20]);
        expect(curve.at(-1)!.testAccuracy).toBe(testAccuracy);
      }
    }
    expect(comparison.candidates.filter(({ standing }) => standing === 'best')).toHaveLength(1);
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    expect(page).toContain('<h2>Test error</h2><figure><svg');
    for (const { name } of builtInCandidates) {
      expect(stderr).toMatch(new RegExp(`^${name} +\\S+ `, 'm'));
      expect(page).toContain(`<th scope="row">${name}</th>`);
    }
    // 9 candidates of 4 rates of 10 steps and 2 seeds of 20.
    expect(stderr).toContain('9 candidates, 720 steps in all');
    expect(stderr).toMatch(/step 720\/720 {2}fluctuation-dissipation, seed 2 /);
  });

  test('judges rates on training images that are kept apart, and seeds on the test images', () => {
    const { candidates } = readResults(undisturbed);
    const shares = (count: number, of: readonly (number | null)[]): boolean =>
      of.every((share) => Math.abs(share! * count - Math.round(share! * count)) < 1e-9);
    // A tenth of 200 training images, and 50 test images.
    expect(
      shares(
        20,
        candidates.flatMap(({ tried }) => tried.map(({ accuracy }) => accuracy)),
      ),
    ).toBe(true);
    expect(
      shares(
        50,
        candidates.flatMap(({ runs }) => runs.map(({ testAccuracy }) => testAccuracy)),
      ),
    ).toBe(true);
  });

  test.each(['tuning/cosine-rate-1', 'runs/adiabatic-annealing-seed-1'])(
    'killed with kill -9 during %s goes on there, makes no finished run again, and ends with the same results',
    async (during) => {
      const out = join(temporaryFolder(), 'killed');
      const { child, done } = await startUntil(out, during);
      child.kill('SIGKILL');
      await done;
      const finished = join(out, 'tuning/cosine-rate-0.25');
      const before = openRun(finished).status;
      expect(before.state).toBe('finished');
      expect(openRun(join(out, during)).status.state).toBe('interrupted');

      const { code, stderr } = await runCli(['compare', '--out', out, '--resume']);
      expect(code, stderr).toBe(0);
      expect(openRun(finished).status).toEqual(before);
      expect(withoutFolders(readResults(out))).toEqual(withoutFolders(readResults(undisturbed)));
    },
  );

  test('on Ctrl-C writes its report as far as it went, ends with 130, and resumes to the same results', async () => {
    const out = join(temporaryFolder(), 'stopped');
    const { child, done } = await startUntil(out, 'runs/cosine-seed-1');
    child.kill('SIGINT');
    const { code, stdout } = await done;
    expect(code).toBe(130);
    expect(stdout).toMatch(/--resume/);
    expect(readResults(out).state).toBe('interrupted');
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('The comparison was interrupted');

    expect((await runCli(['compare', '--out', out, '--resume'])).code).toBe(0);
    expect(withoutFolders(readResults(out))).toEqual(withoutFolders(readResults(undisturbed)));
  });

  test.each([
    [
      'an unknown candidate, with the nearest',
      ['--candidates', 'cosin'],
      /candidate 'cosin' is not known \(perhaps you meant cosine\)/,
    ],
    ['a candidate given twice', ['--candidates', 'cosine,cosine'], /candidate cosine is given twice/],
    ['no seeds', ['--seeds', '0'], /--seeds is 0: /],
    ['a target beyond reach', ['--target', '1.5'], /--target is 1.5: /],
    [
      'fewer steps than two readings',
      ['--steps', '8'],
      /--steps is 8, and readings are 5 steps apart: pass at least 10/,
    ],
    [
      'checkpoints between readings',
      ['--checkpoint-every', '7'],
      /--checkpoint-every is 7: pass a multiple of --every/,
    ],
    ['an unknown network', ['--network', 'resnet'], /--network is "resnet"/],
    ['data that are not there', ['--data', '/nowhere'], /data folder \/nowhere cannot be read/],
  ])('refuses %s in one line, before it makes a folder', async (_, more, message) => {
    const out = join(temporaryFolder(), 'never');
    const { code, stderr } = await runCli([...args(out), '--backend', 'cpu', ...more]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  test('refuses a folder that holds something else, other settings, and a resumption that would ignore some', async () => {
    const taken = join(temporaryFolder(), 'taken');
    mkdirSync(taken);
    writeFileSync(join(taken, 'letter.txt'), 'mine');
    const full = await runCli([...args(taken), '--backend', 'cpu']);
    expect(full).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/is not empty and holds no comparison/),
    });

    const copy = join(temporaryFolder(), 'copy');
    cpSync(undisturbed, copy, { recursive: true });
    const other = await runCli([...args(copy), ...few, '--seeds', '5']);
    expect(other).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/holds a comparison with other settings/),
    });

    const ignored = await runCli(['compare', '--out', copy, '--resume', '--seeds', '5']);
    expect(ignored).toMatchObject({ code: 2, stderr: expect.stringMatching(/leave out --seeds/) });

    const none = await runCli(['compare', '--out', join(copy, 'runs'), '--resume']);
    expect(none).toMatchObject({ code: 2, stderr: expect.stringMatching(/holds no comparison/) });
  });
});

/** Results without the folders they are in. */
function withoutFolders(comparison: Comparison) {
  const candidates = comparison.candidates.map(({ runs, ...rest }: ComparedCandidate) => ({
    ...rest,
    runs: runs.map((run) => ({ ...run, folder: null })),
  }));
  return { ...comparison, candidates };
}
