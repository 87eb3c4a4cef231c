import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRun } from '../../src/experiments/index.js';
import { writeTinyDigits } from '../tinyDigits.js';
import { runCli } from './runCli.js';

const isRoot = process.getuid?.() === 0;
let folder: string;
let disk: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tfjs-thermo-disk-'));
  if (!isRoot) return;
  disk = join(folder, 'disk');
  execFileSync('mkdir', [disk]);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', disk]);
});
afterAll(() => {
  if (isRoot) execFileSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
});

// Only root can mount a small disk. CI is root; for anyone else the reporter names this test as skipped.
test.skipIf(!isRoot && !process.env['CI'])(
  'a full disk ends the run in one line that names the file, and what was recorded stays readable',
  async () => {
    const data = writeTinyDigits(join(folder, 'digits'));
    const out = join(disk, 'run');
    const args = [
      'train',
      '--backend',
      'cpu',
      '--data',
      data,
      '--out',
      out,
      '--batch-size',
      '2',
      '--steps',
      '4000',
    ];
    args.push('--tolerance', '1e-9', '--every', '1', '--noise-every', '1000', '--checkpoint-every', '4000');
    const { code, stderr } = await runCli(args);
    const message = stderr.split('\n').find((line) => line.startsWith('tfjs-thermo:'));
    expect(message).toMatch(/points\.(jsonl|csv).*(full|space)/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
    const opened = openRun(out);
    expect(opened.points.length).toBeGreaterThan(100);
    expect(opened.points.at(-1)!.step).toBe(opened.points.length);
    expect(readFileSync(join(out, 'config.json'), 'utf8')).toContain('"batchSize"');
  },
  120_000,
);
