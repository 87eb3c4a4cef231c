import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test, vi } from 'vitest';
import { DivergenceError, type Recorder } from '../../src/control/index.js';
import { ThermoMonitor, ThermoSGD } from '../../src/network/index.js';
import { useBackend } from '../backends.js';
import { compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';
import { keptPoints } from './watching.js';

beforeAll(() => useBackend('cpu'));

const failing: Recorder = {
  record: async ({ step }) => {
    throw new Error(`the network is gone at ${step}`);
  },
  close: () => {},
};

async function fitted(recorders: readonly Recorder[], scale = 1): Promise<void> {
  const model = tinyNet();
  compileLogits(model, new ThermoSGD({ effectiveLearningRate: 0.01, weightDecay: 0.02, invariant: model }));
  const monitor = new ThermoMonitor({ model, every: 2, noise: 'off', recorders });
  const { xs, ys } = tinyExamples(6 * 8);
  await model.fit(tf.mul(xs, scale), ys, {
    batchSize: 8,
    epochs: 1,
    shuffle: false,
    verbose: 0,
    callbacks: [monitor],
  });
}

test('a recorder that rejects stops no fit: it is told of once, and the others have every point', async () => {
  const lines: string[] = [];
  const warned = vi.spyOn(console, 'warn').mockImplementation((line: string) => void lines.push(line));
  const kept = keptPoints();
  await fitted([failing, kept]);
  warned.mockRestore();
  expect(kept.points.map(({ step }) => step)).toEqual([2, 4, 6]);
  // tfjs has something to say there too.
  expect(lines.filter((line) => line.startsWith('recorder'))).toEqual([
    'recorder 1 of 2 failed at step 2: the network is gone at 2; all else goes on, and further failures of it are not told',
  ]);
});

test('a gas that turned non-finite stops the fit all the same', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  await expect(fitted([failing], NaN)).rejects.toThrow(DivergenceError);
  warned.mockRestore();
});
