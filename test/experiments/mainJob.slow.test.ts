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

  test('holds the isotherm until equilibrium, then cools along the adiabat to its end', () => {
    const isotherm = numbers('isotherm', 'step');
    expect(isotherm.at(-1)!).toBeLessThan(800);
    const [rates, volumes] = [numbers('adiabatic', 'effectiveLearningRate'), numbers('adiabatic', 'volume')];
    // T V = const at gamma = 2: as the rate falls to a hundredth of the isotherm's, the volume grows a hundredfold.
    expect(rates.at(-1)! / 0.05).toBeLessThan(0.0115);
    const drift = (rates.at(-1)! * volumes.at(-1)!) / (rates[0]! * volumes[0]!);
    expect(Math.abs(drift - 1)).toBeLessThan(0.01);
  });

  test('writes a report with its pictures', () => {
    const report = readFileSync(join(folder, 'run', 'report.html'), 'utf8');
    for (const title of ['Temperature', 'Volume', 'Gas law', 'Compressibility', 'Loss'])
      expect(report).toContain(title);
    expect(report.match(/<svg/g)!.length).toBeGreaterThanOrEqual(6);
  });
});
