import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openRun } from '../../../src/experiments/index.js';
import { skipWithout } from '../../backend/requirement.js';
import { startCli, runCli } from '../../cli/runCli.js';
import { temporaryFolders } from '../../temporaryFolders.js';
import { writeTinyDigits } from '../../tinyDigits.js';
import { installTensorboard, readWithTensorboard } from './realTensorboard.js';

const newFolder = temporaryFolders();
let packages = '';
let missing: string | null = null;

beforeAll(async () => {
  try {
    packages = await installTensorboard();
  } catch (error) {
    missing = `TensorBoard cannot be installed here: ${(error as Error).message}`;
  }
}, 600_000);

test('a training that was killed and resumed stands in TensorBoard with every point and setting of its folder', async (context) => {
  skipWithout(context, missing);
  const folder = newFolder();
  const data = writeTinyDigits(join(folder, 'digits'));
  const out = join(folder, 'run');
  const args = ['train', '--backend', 'cpu', '--tensorboard', '--data', data, '--out', out];
  args.push('--batch-size', '4', '--steps', '60', '--every', '5', '--noise-every', '5');
  args.push('--checkpoint-every', '10', '--tolerance', '1e-9');
  const cli = startCli(args);
  while (!pointsIn(out).includes('"step":35,') && cli.child.exitCode === null)
    await new Promise((wake) => setTimeout(wake, 5));
  cli.child.kill('SIGKILL');
  await cli.done;
  const resumed = await runCli(['train', '--resume', '--out', out]);
  expect(resumed.stderr).toMatch(/resumed at step \d+/);
  expect(resumed.code).toBe(0);

  const { config, points } = openRun(out);
  const { scalars, hyperparameters } = await readWithTensorboard(packages, out);
  expect(readdirSync(join(out, 'tensorboard'))).toHaveLength(3);
  const recorded = (column: string): unknown[] =>
    points.flatMap(({ step, [column]: value }) =>
      typeof value === 'number' ? [[step, Math.fround(value)]] : [],
    );
  const tags = scalars['tensorboard']!;
  expect(tags['gas/temperature']).toEqual(recorded('temperature'));
  expect(tags['gas/volume']).toEqual(recorded('volume'));
  expect(tags['train/loss']).toEqual(recorded('loss'));
  expect(tags['test/accuracy']).toEqual(recorded('testAccuracy'));
  expect(tags['control/effectiveLearningRate']).toEqual(recorded('effectiveLearningRate'));
  expect(hyperparameters.groups.map(({ hparams }) => hparams)).toEqual([
    { ...config.settings, backend: 'cpu' },
  ]);
  expect(hyperparameters.groups[0]!.sessions.map(({ status }) => status)).toEqual(['STATUS_SUCCESS']);
});

function pointsIn(run: string): string {
  try {
    return readFileSync(join(run, 'points.jsonl'), 'utf8');
  } catch {
    return '';
  }
}
