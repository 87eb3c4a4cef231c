import { beforeAll, describe, expect, test } from 'vitest';
import {
  adiabatCheck,
  entropyChanges,
  loadDataset,
  sampleMnistFolder,
  thermostatCheck,
  type Dataset,
  type EntropyBalance,
  type TemperatureCourse,
  type TemperatureWindow,
} from '../../../src/experiments/index.js';
import { useBackend } from '../../backends.js';

/** The checks over one seed and fewer steps than they take for themselves. */
describe('on the real network', () => {
  let dataset: Dataset;
  beforeAll(async () => {
    await useBackend('tensorflow');
    dataset = await loadDataset(sampleMnistFolder);
  });
  const options = () => ({
    dataset,
    seeds: [1],
    onProgress: () => {},
    signal: new AbortController().signal,
  });

  test('a thermostat holds T where constant settings let it drift', async () => {
    const courses: TemperatureCourse[] = [];
    for await (const course of thermostatCheck({ ...options(), steps: 400 })) courses.push(course);
    const [course] = courses;
    // Windows are means of independent pairs, so their errors add in squares: of half an epoch some 4 %.
    const mean = (windows: readonly TemperatureWindow[]) => ({
      value: windows.reduce((sum, { temperature }) => sum + temperature.value, 0) / windows.length,
      error: Math.hypot(...windows.map(({ temperature }) => temperature.standardError)) / windows.length,
    });
    const whole = mean(course!.regulated);
    expect(whole.error).toBeLessThan(0.05);
    expect(Math.abs(whole.value - 1)).toBeLessThan(0.05 + 2 * whole.error);
    const [open, regulated] = [course!.openLoop, course!.regulated].map((windows) => mean(windows.slice(5)));
    expect(open!.value - regulated!.value).toBeGreaterThan(2 * Math.hypot(open!.error, regulated!.error));
    // What held it: the noise grows while the network learns, and the rate gave way.
    expect(course!.openLoop.map((window) => window.effectiveLearningRate)).toEqual(Array(10).fill(0.004));
    expect(course!.regulated.at(-1)!.effectiveLearningRate).toBeLessThan(0.0036);
  });

  test('an adiabat changes the entropy by less than an isotherm to the same volume ratio', async () => {
    const balances: EntropyBalance[] = [];
    const lengths = { learning: 300, hold: 250, samples: 16, settling: 0.1, spacing: 0.02, steps: 8 };
    for await (const balance of adiabatCheck({ ...options(), lengths })) balances.push(balance);
    const { isotherm, adiabat } = entropyChanges(balances);
    expect(Math.abs(adiabat[0]!.measured)).toBeLessThan(Math.abs(isotherm[0]!.measured));
    // The isotherm's own is ln(2) / 2 = .35, the adiabat's 0.
    expect(isotherm[0]!.measured).toBeGreaterThan(0.15);
  });
});
