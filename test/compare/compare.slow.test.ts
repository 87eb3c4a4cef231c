import * as tf from '@tensorflow/tfjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hold, memoryRecorder, quench } from '../../src/index.js';
import { ThermoError } from '../../src/error.js';
import {
  compare,
  comparedSteps,
  compareSettings,
  type Candidate,
} from '../../src/experiments/compare/index.js';
import { loadDataset, openRun } from '../../src/experiments/index.js';
import { temporaryFolders } from '../temporaryFolders.js';
import { writeTinyDigits } from '../tinyDigits.js';

const temporaryFolder = temporaryFolders();
beforeAll(async () => {
  await tf.setBackend('cpu');
});

const candidate = (name: string, rates: readonly number[]): Candidate => ({
  name,
  summary: name,
  rates,
  course: ({ rate }) => ({ settings: { learningRate: rate } }),
});
/** Its process is over after three of its steps. */
const brief: Candidate = {
  name: 'brief',
  summary: 'cools once, at once',
  rates: [0.5],
  course: ({ rate }) => ({
    settings: { learningRate: rate },
    process: [hold({ steps: 2 }), quench({ rateFactor: 0.5 })],
  }),
};

/** A comparison of one's own candidates on tiny digits. */
async function compared(candidates: readonly Candidate[], seeds = 1) {
  const folder = join(temporaryFolder(), 'comparison');
  const data = writeTinyDigits(join(temporaryFolder(), 'digits'), { train: 40, test: 10 });
  const settings = compareSettings({
    data,
    seeds,
    steps: 6,
    tuningSteps: 4,
    every: 2,
    checkpointEvery: 2,
    batchSize: 4,
    target: 0.05,
  });
  const recorder = memoryRecorder();
  const options = {
    candidates,
    dataset: await loadDataset(data),
    settings,
    folder,
    backend: 'cpu',
    version: '0',
    recorder,
    signal: new AbortController().signal,
  };
  return { folder, recorder, options, run: () => compare(options) };
}

describe('compare, from a program', () => {
  test("takes candidates of one's own, spends a budget that outlasts their process, and leaves no tensors", async () => {
    const { folder, recorder, options, run } = await compared([brief]);
    const tensors = tf.memory().numTensors;
    const { candidates } = await run();
    expect(tf.memory().numTensors).toBe(tensors);
    expect(candidates[0]!.runs.map(({ curve }) => curve.at(-1)!.step)).toEqual([6]);
    const { points } = openRun(join(folder, 'runs/brief-seed-1'));
    expect(points.at(-1)).toMatchObject({ step: 6, phase: 'end held' });
    expect(existsSync(join(folder, 'runs/brief-seed-1/report.html'))).toBe(true);
    expect(points.findLast(({ learningRate }) => learningRate !== undefined)).toMatchObject({
      learningRate: 0.25,
    });
    expect(comparedSteps(options)).toBe(10);
    expect(recorder.points.at(-1)).toMatchObject({ step: 10, phase: 'brief, seed 1' });
  });

  test('passes over a rate that diverges, and gives no mean where a seed does', async () => {
    const { run } = await compared([candidate('mixed', [0.1, 1e30]), candidate('hopeless', [1e30, 1e31])]);
    const { candidates } = await run();
    expect(candidates[0]).toMatchObject({ rate: 0.1, diverged: 0, standing: 'best' });
    expect(candidates[0]!.tried[1]).toEqual({ rate: 1e30, accuracy: null, loss: null });
    expect(candidates[1]).toMatchObject({ rate: null, runs: [], testAccuracy: null, standing: 'none' });
  });

  test('makes no run again that has ended, diverged ones neither', async () => {
    const { folder, run } = await compared([candidate('mixed', [0.1, 1e30])]);
    const first = await run();
    const since = () =>
      ['runs/mixed-seed-1', 'tuning/mixed-rate-0.1', 'tuning/mixed-rate-1e+30'].map(
        (name) => openRun(join(folder, name)).status.since,
      );
    const before = since();
    expect(await run()).toEqual(first);
    expect(since()).toEqual(before);
  });

  test.each([
    ['none', [], /candidates is empty/],
    [
      'unequal tuning',
      [candidate('a', [1]), candidate('b', [1, 2])],
      /b has 2 rates and a has 1: give each as many/,
    ],
    ['a name that cannot name a folder', [candidate('../a', [1])], /candidate "..\/a" cannot name a folder/],
    ['a rate of 0', [candidate('a', [0])], /a rate of a is 0: pass a number greater than 0/],
    [
      'a course that is refused',
      [{ ...candidate('a', [1]), course: () => ({ settings: { learningRate: -1 } }) }],
      /learningRate is -1/,
    ],
  ])('refuses %s before it makes a folder', async (_, candidates, message) => {
    const { folder, run } = await compared(candidates);
    await expect(run()).rejects.toThrow(ThermoError);
    await expect(run()).rejects.toThrow(message);
    expect(existsSync(folder)).toBe(false);
  });
});
