import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { latestCheckpoint, openRun, runFiles } from '../../src/experiments/index.js';
import { runCli, startCli } from '../cli/runCli.js';
import { writeTinyDigits } from '../tinyDigits.js';

let folder: string;
let undisturbed: Uint8Array;
let args: string[];

/** The weights in the last checkpoint of a run, as bytes. */
const weightsOf = (run: string): Uint8Array => {
  const checkpoint = latestCheckpoint(runFiles(run).checkpoints);
  if (checkpoint === null) throw new Error(`${run} holds no checkpoint`);
  expect(checkpoint.step).toBe(steps);
  return checkpoint.read('weights.bin');
};

/** The points of a run, but for the times at which they were recorded. */
const pointsOf = (run: string): unknown[] => openRun(run).points.map((point) => ({ ...point, time: null }));

const steps = 120;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tfjs-thermo-resume-'));
  const data = writeTinyDigits(join(folder, 'digits'));
  // Equilibrium is never found at this tolerance, so that the process spans all steps.
  args = ['train', '--data', data, '--batch-size', '16', '--momentum', '0.5', '--steps', String(steps)];
  args.push('--every', '5', '--noise-every', '5', '--checkpoint-every', '10', '--tolerance', '1e-9');
  const { code, stderr } = await runCli([...args, '--out', join(folder, 'undisturbed')]);
  expect(stderr).not.toMatch(/error/i);
  expect(code).toBe(0);
  undisturbed = weightsOf(join(folder, 'undisturbed'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a run and waits until its folder shows a step. */
async function runUntil(out: string, step: number, more: readonly string[] = []) {
  const cli = startCli([...args, ...more, '--out', out]);
  const deadline = Date.now() + 120_000;
  for (;;) {
    await new Promise((wake) => setTimeout(wake, 5));
    if (Date.now() > deadline) throw new Error(`step ${step} did not come: ${cli.output()}`);
    try {
      if (readFileSync(join(out, 'points.jsonl'), 'utf8').includes(`"step":${step},`)) return cli;
    } catch {
      // Not begun yet.
    }
  }
}

describe('a run', () => {
  test.each([15, 40, 75])(
    'killed with kill -9 at step %i opens, and resumes to the weights of one never killed',
    async (step) => {
      const out = join(folder, `killed-${step}`);
      const cli = await runUntil(out, step);
      cli.child.kill('SIGKILL');
      await cli.done;

      const opened = openRun(out);
      expect(opened.status.state).toBe('interrupted');
      expect(opened.points.length).toBeGreaterThan(0);

      const { code, stderr } = await runCli(['train', '--resume', '--out', out]);
      expect(stderr).toMatch(/resumed at step \d+/);
      expect(code).toBe(0);
      expect(Buffer.compare(weightsOf(out), undisturbed)).toBe(0);
      expect(pointsOf(out)).toEqual(pointsOf(join(folder, 'undisturbed')));
    },
  );

  test('stopped with Ctrl-C ends cleanly with a valid folder and a report, and resumes to the same weights', async () => {
    const out = join(folder, 'stopped');
    const cli = await runUntil(out, 30);
    cli.child.kill('SIGINT');
    const { code, stdout } = await cli.done;
    expect(code).toBe(130);
    expect(stdout).toMatch(/interrupted after \d+ steps/);
    expect(stdout).toMatch(/--resume/);
    const opened = openRun(out);
    expect(opened.status).toMatchObject({ state: 'interrupted', reason: 'stopped by a signal' });
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toMatch(/interrupted/);

    expect((await runCli(['train', '--resume', '--out', out])).code).toBe(0);
    expect(openRun(out).status.state).toBe('finished');
    expect(Buffer.compare(weightsOf(out), undisturbed)).toBe(0);
  });
});
