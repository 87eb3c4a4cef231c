import { beforeAll, describe, expect, test } from 'vitest';
import {
  firstExamples,
  gasLawCheck,
  loadDataset,
  sampleMnistFolder,
  type Dataset,
} from '../../src/experiments/index.js';
import { memoryRecorder } from '../../src/recorders/index.js';
import { useBackend } from '../backends.js';

describe('the gas law on a scale-invariant network', () => {
  let dataset: Dataset;
  beforeAll(async () => {
    await useBackend('tensorflow');
    dataset = firstExamples(await loadDataset(sampleMnistFolder), { train: 6000 });
  });

  test('a run too short for a standard error is refused before it starts', async () => {
    const options = { dataset, seed: 1, steps: 799, recorder: memoryRecorder() };
    await expect(gasLawCheck('sphere', options)).rejects.toThrow(
      'steps is 799: pass a whole number of at least 800',
    );
    expect(options.recorder.points).toEqual([]);
  });

  test('on the sphere the pressure read off the rescaling is T_tot (d - 1) / r^2 within 5 %', async () => {
    const { value, standardError } = await gasLawCheck('sphere', {
      dataset,
      seed: 1,
      steps: 800,
      recorder: memoryRecorder(),
    });
    expect(standardError).toBeLessThan(0.02);
    expect(Math.abs(value - 1)).toBeLessThan(0.05);
  });
});
