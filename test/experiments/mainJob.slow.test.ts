import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRun, type OpenedRun } from '../../src/experiments/index.js';
import { runCli } from '../cli/runCli.js';

describe('the main job with its defaults', () => {
  let folder: string;
  let run: OpenedRun;
  const numbers = (phase: string, name: string): number[] =>
    run.points.flatMap((point) => {
      const value = point[name];
      return point['phase'] === phase && typeof value === 'number' ? [value] : [];
    });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tfjs-thermo-main-'));
    const { code, stderr } = await runCli(['train', '--out', join(folder, 'run')]);
    if (code !== 0) throw new Error(stderr);
    run = openRun(join(folder, 'run'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('reaches a test accuracy of at least 0.97', () => {
    expect(run.status.state).toBe('finished');
    expect(run.summary!['testAccuracy']).toBeGreaterThanOrEqual(0.97);
  });

  test('holds the isotherm until equilibrium, unless half of its steps pass before', () => {
    const lastSteps = numbers('isotherm', 'step');
    const end = lastSteps.at(-1)!;
    expect(end).toBeLessThanOrEqual(800);
    if (end === 800) return;
    // Z_tot pooled over ten readings, as the stage does it: sum of p V over sum of R T_tot, R = (d - 1) / 2.
    const last = run.points
      .filter((point) => point['phase'] === 'isotherm' && point['volume'] != null)
      .slice(-10);
    const sum = (value: (point: (typeof last)[number]) => number): number =>
      last.reduce((total, point) => total + value(point), 0);
    const work = sum((point) => (point['pressure'] as number) * (point['volume'] as number));
    const heat = sum((point) => ((15_048 - 1) / 2) * (point['totalTemperature'] as number));
    expect(Math.abs(work / heat - 1)).toBeLessThanOrEqual(0.05);
  });

  test('then cools to a hundredth along the adiabat: T V = const at gamma = 2', () => {
    // The first reading of the adiabat still holds steps of the isotherm.
    const rates = numbers('adiabatic', 'effectiveLearningRate').slice(1);
    const volumes = numbers('adiabatic', 'volume').slice(1);
    const perReading = 0.01 ** (20 / 800);
    // The last reading is a mean over steps that end up to a reading before the end.
    expect(rates.at(-1)! / 0.05).toBeLessThan(0.01 / perReading ** 1.5);
    const drift = (rates.at(-1)! * volumes.at(-1)!) / (rates[0]! * volumes[0]!);
    expect(Math.abs(drift - 1)).toBeLessThan(0.01);
  });

  test('writes a report with its pictures', () => {
    const report = readFileSync(join(folder, 'run', 'report.html'), 'utf8');
    for (const title of ['Temperature', 'Volume', 'Gas law', 'Compressibility', 'Internal energy'])
      expect(report).toContain(title);
    expect(report.match(/role="img"/g)!.length).toBeGreaterThanOrEqual(6);
  });
});
