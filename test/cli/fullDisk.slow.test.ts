import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openRun, runFiles } from '../../src/experiments/index.js';
import { writeTinyDigits } from '../tinyDigits.js';
import { startCli } from './runCli.js';

const isRoot = process.getuid?.() === 0;
const megabyte = 1024 * 1024;
const steps = 120;
let folder: string;
let disk: string;
let data: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tfjs-thermo-disk-'));
  data = writeTinyDigits(join(folder, 'digits'));
  if (!isRoot) return;
  disk = join(folder, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
});
afterAll(() => {
  if (isRoot) execFileSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
});

/** Trains onto the small disk, of which a file takes all but some 50 kB. */
function started() {
  const filler = join(disk, 'filler');
  writeFileSync(filler, new Uint8Array(2.95 * megabyte));
  const out = join(disk, 'run');
  const args = ['train', '--backend', 'cpu', '--data', data, '--out', out, '--batch-size', '2'];
  args.push('--steps', String(steps), '--tolerance', '1e-9', '--every', '1', '--noise-every', '1000');
  args.push('--checkpoint-every', '40', '--tensorboard');
  return { cli: startCli(args), out, filler };
}

/** Whichever file was the first to find no space, checkpoints and TensorBoard's among them. */
const oneWarning = /^at step \d+: \S+\/disk\/run\/\S+ cannot be written: the disk is full \(ENOSPC\)/;
const told = (output: string): string[] =>
  output.split('\n').filter((line) => line.includes('cannot be written'));
const all = Array.from({ length: steps }, (_, i) => i + 1);

// Only root can mount a small disk. CI is root; for anyone else the reporter names these tests as skipped.
describe.skipIf(!isRoot && !process.env['CI'])('on a disk that is full in mid-training', () => {
  test('a training goes on, tells of the disk once for all files, and has every point when there is space again', async () => {
    const { cli, out, filler } = started();
    await vi.waitFor(() => expect(cli.output()).toMatch(/points\.(jsonl|csv) cannot be written/), {
      timeout: 300_000,
      interval: 5,
    });
    rmSync(filler);
    const { code, stderr } = await cli.done;
    expect(code).toBe(0);
    expect(told(stderr)).toEqual([expect.stringMatching(oneWarning)]);
    const read = openRun(out);
    expect(read.status.state).toBe('finished');
    expect([...new Set(read.points.map(({ step }) => step))]).toEqual(all);
    const rows = readFileSync(runFiles(out).table, 'utf8').trimEnd().split('\r\n').slice(1);
    expect(rows.map((row) => Number(row.split(',')[0]))).toEqual(read.points.map(({ step }) => step));
    expect(read.latestCheckpoint()!.step).toBe(steps);
    rmSync(out, { recursive: true });
  });

  test('a training that finds no space goes on to its end, which says in one line what could not be kept', async () => {
    const { cli, out } = started();
    const { code, stderr } = await cli.done;
    expect(stderr).toContain(`step ${steps}/${steps}`);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(told(stderr)).toEqual([
      expect.stringMatching(oneWarning),
      expect.stringMatching(/^tfjs-thermo: \S+step-120 cannot be written: the disk is full \(ENOSPC\)/),
    ]);
    expect(code).toBe(2);
    const { points } = openRun(out);
    expect(points.length).toBeGreaterThan(10);
    expect(new Set(points.map(({ step }) => step))).toEqual(new Set(all.slice(0, points.at(-1)!.step)));
  });
});
