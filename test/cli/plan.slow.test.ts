import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRun } from '../../src/experiments/run/index.js';
import { temporaryFolders } from '../temporaryFolders.js';
import { runCli } from './runCli.js';

const temporaryFolder = temporaryFolders();
const gas = ['--dimension', '15048', '--second-moment', '80', '--noise', '40', '--start-radius', '12'];

/** The plan that `--json` prints, and nothing else. */
const jsonOf = (stdout: string) => JSON.parse(stdout);

/** A run folder with readings of an isotherm and a cooling, and the evaluations between them. */
async function recordedRun(folder: string, secondMoments: readonly number[]): Promise<string> {
  const run = createRun(folder, {
    format: 1,
    name: 'train',
    version: '0',
    backend: 'cpu',
    createdAt: '2026-01-01T00:00:00Z',
    columns: ['step', 'phase', 'dimension', 'squaredRadius', 'secondMoment', 'noise'],
    settings: {},
  });
  let step = 0;
  for (const secondMoment of secondMoments) {
    step += 20;
    const shared = { dimension: 15_048, secondMoment, noise: secondMoment / 4 };
    await run.recorder.record({ step, phase: 'isotherm', squaredRadius: 100 + step, ...shared });
    await run.recorder.record({ step, phase: 'isotherm', testAccuracy: 0.5 });
  }
  if (secondMoments.length > 0) {
    const shared = { dimension: 15_048, secondMoment: 7, noise: 7 };
    await run.recorder.record({ step: step + 20, phase: 'adiabatic', squaredRadius: 5000, ...shared });
  }
  run.end('finished');
  return folder;
}

describe('plan', () => {
  test('prints a table of about twenty rows, the phases and no warning where all is well', async () => {
    const { code, stdout, stderr } = await runCli(['plan', ...gas, '--effective-learning-rate', '0.02']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^phase +step +T +T_tot +p +V +Z_tot +learning rate +weight decay$/);
    const rows = lines.filter((line) => /^(equilibrium|adiabatic) +\d+ /.test(line));
    expect(rows.length).toBeGreaterThanOrEqual(20);
    expect(rows.length).toBeLessThanOrEqual(24);
    expect(stdout).toMatch(/\nadiabatic: steps \d+ to \d+, the volume is prescribed\n/);
    expect(stdout).toMatch(/\nthe process ends at step \d+\n/);
    expect(stdout).not.toContain('warning');
  });

  test('warns, and ends with 0 all the same', async () => {
    const { code, stdout } = await runCli(['plan', ...gas, '--drive', 'quasiStatic', '--steps', '400']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\nwarning, step \d+: adiabatic lasts 200 steps and the volume's relaxation time/);
  });

  test('writes one page with table and pictures, and the numbers as JSON', async () => {
    const file = join(temporaryFolder(), 'plan.html');
    const { code, stdout } = await runCli(['plan', ...gas, '--out', file, '--json']);
    expect(code).toBe(0);
    const page = readFileSync(file, 'utf8');
    for (const title of ['Temperature', 'Volume', 'Pressure', 'Learning rate', 'Weight decay'])
      expect(page).toContain(`<h2>${title}</h2><figure><svg`);
    expect(page).toContain('<caption>Readings</caption>');
    const made = jsonOf(stdout);
    expect(made.gas).toEqual({ dimension: 15_048, secondMoment: 80, noise: 40, radius: 12 });
    expect(made.phases.map(({ name }: { name: string }) => name)).toEqual(['equilibrium', 'adiabatic']);
    // T_tot = eta_eff M / (2 (d - 1)).
    expect(made.points[0].totalTemperature).toBeCloseTo((0.05 * 80) / (2 * 15_047), 12);
  });

  test('takes the gas from a run as it was when its cooling began, averaged over ten readings', async () => {
    const folder = await recordedRun(join(temporaryFolder(), 'run'), [
      1000,
      ...Array.from({ length: 10 }, (_, i) => 70 + 2 * i),
    ]);
    const { code, stdout } = await runCli(['plan', '--like', folder, '--json']);
    expect(code).toBe(0);
    // The mean of 70, 72, ..., 88; the radius is that of the last reading at step 220.
    expect(jsonOf(stdout).gas).toEqual({
      dimension: 15_048,
      secondMoment: 79,
      noise: 19.75,
      radius: Math.sqrt(320),
    });
    const { stdout: told } = await runCli(['plan', '--like', folder, '--second-moment', '90', '--json']);
    expect(jsonOf(told).gas).toMatchObject({ secondMoment: 90, noise: 19.75 });
  });

  test.each([
    ['a gas that nothing tells', ['--dimension', '10'], /--second-moment is missing: pass it, or --like/],
    [
      'noise beyond the second moment, of which it is a part',
      [...gas, '--noise', '81'],
      /--noise is 81, but it is a part of the second moment, which is 80: pass less\n/,
    ],
    ['a run that is not there', ['--like', '/nowhere'], /\/nowhere/],
    [
      'a second moment of 0',
      [...gas, '--second-moment', '0'],
      /--second-moment is 0: pass a number greater than 0/,
    ],
    [
      'a process that cannot reach its target',
      [...gas, '--process', 'isothermal', '--temperature-ratio', '2'],
      /isothermal.*temperature/,
    ],
    [
      'a radius that overflows',
      [...gas, '--effective-learning-rate', '3', '--weight-decay', '10'],
      /the plan's radius overflows by step \d+: lower the learning rate or the weight decay/,
    ],
    ['an unknown process', [...gas, '--process', 'adiabat'], /'adiabat' is invalid. Allowed choices are/],
  ])('refuses %s in one line with code 2', async (_, args, message) => {
    const { code, stderr } = await runCli(['plan', ...args]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });

  test('refuses a run that recorded nothing, and a page that cannot be written', async () => {
    const folder = await recordedRun(join(temporaryFolder(), 'run'), []);
    const silent = await runCli(['plan', '--like', folder]);
    expect(silent.stderr).toMatch(/recorded no second moment, dimension and radius: name a run/);
    expect(silent.code).toBe(2);
    const file = join(temporaryFolder(), 'none', 'plan.html');
    const unwritten = await runCli(['plan', ...gas, '--out', file]);
    expect(unwritten.stderr).toMatch(/cannot be written: its folder does not exist/);
    expect(unwritten.code).toBe(2);
    expect(existsSync(file)).toBe(false);
  });
});
