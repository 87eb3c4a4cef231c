import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRun } from '../../src/experiments/index.js';
import { writeTinyDigits } from '../tinyDigits.js';
import { runCli } from './runCli.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tfjs-thermo-divergence-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a training that turns non-finite stops there, names its last state in one line, and keeps what it recorded', async () => {
  const data = writeTinyDigits(join(folder, 'digits'));
  const out = join(folder, 'run');
  const args = [
    'train',
    '--data',
    data,
    '--out',
    out,
    '--batch-size',
    '8',
    '--steps',
    '400',
    '--tolerance',
    '1e-9',
  ];
  args.push(
    '--every',
    '1',
    '--noise-every',
    '1000',
    '--checkpoint-every',
    '400',
    '--other-learning-rate',
    '1e12',
  );
  const { code, stderr } = await runCli(args);

  const messages = stderr.split('\n').filter((line) => line.startsWith('tfjs-thermo:'));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(
    /training turned non-finite by step \d+; (no finite state was measured before|last finite state at step \d+: loss .*, T_tot .*, V .*, p .*, M .*): lower the learning rate/,
  );
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(code).toBe(1);

  const run = openRun(out);
  const step = Number(/by step (\d+)/.exec(messages[0]!)![1]);
  expect(run.status.state).toBe('failed');
  expect(run.status.reason).toMatch(/non-finite by step/);
  expect(run.points.map((point) => point.step)).toEqual(Array.from({ length: step }, (_, i) => i + 1));
  expect(existsSync(join(out, 'report.html'))).toBe(true);
});
