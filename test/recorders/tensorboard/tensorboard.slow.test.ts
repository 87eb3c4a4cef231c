import { readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Point, tensorboardRecorder } from '../../../src/recorders/node.js';
import { histogramOf } from '../../../src/recorders/tensorboard/histogramOf.js';
import { skipWithout } from '../../backend/requirement.js';
import { temporaryFolders } from '../../temporaryFolders.js';
import { installTensorboard, readWithTensorboard, type TensorboardReadings } from './realTensorboard.js';

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

const readings = (logs: string): Promise<TensorboardReadings> => readWithTensorboard(packages, logs);
const names = ['conv/kernel', 'dense/kernel', 'head/kernel'];
const pointAt = (step: number): Point => ({
  step,
  phase: 'isothermal',
  temperature: Math.sin(step) / 1e3,
  volume: 1 + step,
  loss: step === 60 ? NaN : 1 / (step + 1),
  testAccuracy: 0.1,
  ...Object.fromEntries(names.map((name, i) => [`${name}/temperature`, (i + 1) * Math.cos(step)])),
  ...Object.fromEntries(names.map((name, i) => [`${name}/volume`, ((i + 1) * (step + 1)) ** 2 / 2])),
});
/** 1,500 points: more than TensorBoard keeps unless it is told to keep all. */
const points = Array.from({ length: 1500 }, (_, i) => pointAt(20 * (i + 1)));
const scalarsOf = (column: string, from: readonly Point[] = points): (readonly [number, number | string])[] =>
  from.map((point) => {
    const value = point[column] as number;
    return [point.step, Number.isFinite(value) ? Math.fround(value) : 'nan'];
  });

describe('the real TensorBoard', () => {
  test('reads every scalar, histogram and hyperparameter back equal', async (context) => {
    skipWithout(context, missing);
    const logs = newFolder();
    const hyperparameters = { network: 'digits', momentum: 0.9, weightDecay: 1 / 3, frozen: false };
    const recorder = tensorboardRecorder({ folder: join(logs, 'first'), hyperparameters });
    for (const point of points) recorder.record(point);
    recorder.close();

    const { scalars, histograms, hyperparameters: tab } = await readings(logs);
    expect(scalars['first']).toEqual({
      'gas/temperature': scalarsOf('temperature'),
      'gas/volume': scalarsOf('volume'),
      'train/loss': scalarsOf('loss'),
      'test/accuracy': scalarsOf('testAccuracy'),
      ...Object.fromEntries(
        names.flatMap((name) =>
          ['temperature', 'volume'].map((quantity) => [
            `layers/${name}/${quantity}`,
            scalarsOf(`${name}/${quantity}`),
          ]),
        ),
      ),
    });
    expect(histograms['first']).toEqual({
      'layers/temperature': points.map((point) => [
        point.step,
        histogramOf(names.map((name) => point[`${name}/temperature`] as number)),
      ]),
      'layers/radius': points.map((point) => [
        point.step,
        histogramOf(names.map((name) => Math.sqrt(2 * (point[`${name}/volume`] as number)))),
      ]),
    });
    expect(tab.experiment.hparamInfos.map(({ name, type }) => [name, type]).toSorted()).toEqual([
      ['frozen', 'DATA_TYPE_BOOL'],
      ['momentum', 'DATA_TYPE_FLOAT64'],
      ['network', 'DATA_TYPE_STRING'],
      ['weightDecay', 'DATA_TYPE_FLOAT64'],
    ]);
    expect(tab.experiment.metricInfos.map(({ name }) => name.tag)).toContain('test/accuracy');
    expect(tab.groups).toHaveLength(1);
    expect(tab.groups[0]!.hparams).toEqual(hyperparameters);
    expect(tab.groups[0]!.sessions.map(({ status }) => status)).toEqual(['STATUS_SUCCESS']);
    expect(
      tab.groups[0]!.metricValues.map(({ name, value, trainingStep }) => [name.tag, value, trainingStep]),
    ).toContainEqual(['test/accuracy', Math.fround(0.1), 30_000]);
  });

  test('reads a run that was cut and went on as one whose later points replace the earlier', async (context) => {
    skipWithout(context, missing);
    const logs = newFolder();
    const hyperparameters = { momentum: 0.9 };
    const first = tensorboardRecorder({ folder: logs, hyperparameters });
    for (const point of points.slice(0, 10)) first.record(point);
    first.close('failed');
    const cut = readdirSync(logs).find((name) => !name.endsWith('.end'))!;
    truncateSync(join(logs, cut), Math.floor(0.75 * statSync(join(logs, cut)).size));

    const later = points.slice(4, 20).map((point) => ({ ...point, temperature: point.step }));
    const second = tensorboardRecorder({ folder: logs, hyperparameters });
    for (const point of later) second.record(point);
    second.close();

    const { scalars, hyperparameters: tab } = await readings(logs);
    expect(scalars['.']!['gas/temperature']).toEqual([
      ...scalarsOf('temperature', points.slice(0, 4)),
      ...scalarsOf('temperature', later),
    ]);
    expect(tab.groups[0]!.sessions.map(({ status }) => status)).toEqual(['STATUS_SUCCESS']);
  });

  test('shows a run that failed as such, and one that was interrupted as neither failed nor finished', async (context) => {
    skipWithout(context, missing);
    const logs = newFolder();
    const hyperparameters = { momentum: 0 };
    for (const end of ['interrupted', 'failed'] as const)
      tensorboardRecorder({ folder: join(logs, end), hyperparameters }).close(end);
    const { hyperparameters: tab } = await readings(logs);
    expect(Object.fromEntries(tab.groups.map(({ name, sessions }) => [name, sessions[0]!.status]))).toEqual({
      interrupted: 'STATUS_UNKNOWN',
      failed: 'STATUS_FAILURE',
    });
  });
});
