import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeTinyDigits } from '../tinyDigits.js';
import { runCli } from './runCli.js';

let folder: string;
let data: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tfjs-thermo-cli-'));
  data = writeTinyDigits(join(folder, 'digits'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quick = [
  '--backend',
  'cpu',
  '--steps',
  '4',
  '--cooling-steps',
  '2',
  '--every',
  '1',
  '--checkpoint-every',
  '1',
];

describe('train refuses in one line that names the remedy, before any work', () => {
  test.each([
    [
      'a negative rate',
      ['--effective-learning-rate', '-1'],
      /--effective-learning-rate is -1: pass a number greater than 0\n/,
    ],
    [
      'a rate that is no number',
      ['--effective-learning-rate', 'fast'],
      /--effective-learning-rate <x>' argument 'fast' is invalid. pass a finite number/,
    ],
    [
      'a rate that is not finite',
      ['--weight-decay', 'Infinity'],
      /--weight-decay <x>' argument 'Infinity' is invalid. pass a finite number/,
    ],
    [
      'more steps than can be told apart',
      ['--steps', '1e99'],
      /--steps is 1e\+99: pass a whole number of at least 2 and at most 9007199254740991\n/,
    ],
    [
      'momentum of 1',
      ['--momentum', '1'],
      /--momentum is 1: pass a number from 0 up to, but not including, 1\n/,
    ],
    [
      'a temperature ratio that cannot be reached',
      ['--temperature-ratio', '0'],
      /--temperature-ratio is 0: pass a number greater than 0\n/,
    ],
    [
      'no steps left for the isotherm',
      ['--cooling-steps', '4'],
      /--cooling-steps is 4, but the run has 4 steps: leave some for the isotherm/,
    ],
    [
      'a checkpoint between readings',
      ['--every', '2', '--checkpoint-every', '3'],
      /--checkpoint-every is 3: pass a multiple of --every, which is 2/,
    ],
    [
      'an isotherm that is over before its first reading',
      ['--every', '4', '--checkpoint-every', '4'],
      /--every is 4, but the isotherm has 2 steps \(--steps less --cooling-steps\): pass 1 to 2/,
    ],
    [
      'an unknown network',
      ['--network', 'resnet'],
      /--network is "resnet": pass one of digits, invariantDigits, photographs; did you mean digits\?/,
    ],
    [
      'a port that is none',
      ['--live', '--port', '70000'],
      /--port is 70000: pass a whole number from 0 to 65535\n/,
    ],
    [
      'a page that is not asked for',
      ['--alert-command', 'true'],
      /--alert-command is given without --live: add --live, or leave --alert-command out/,
    ],
    [
      'a webhook that is no address',
      ['--live', '--alert-webhook', 'here'],
      /alert webhook is here: pass an address that begins with http/,
    ],
    ['an unknown backend', ['--backend', 'cuda'], /backend.*cuda.*(tensorflow|wasm|cpu)/],
    ['an unknown option', ['--lr', '1'], /unknown option '--lr'/],
    [
      '--resume without a folder',
      ['--resume'],
      /--resume is given without --out: name the folder of the run/,
    ],
  ])('%s', async (_, args, message) => {
    const out = join(folder, 'never');
    const given = args.includes('--resume') ? args : [...args, '--out', out];
    const { code, stderr } = await runCli(['train', ...quick, '--data', data, ...given]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  test('a data folder that is not there', async () => {
    const { code, stderr } = await runCli([
      'train',
      ...quick,
      '--data',
      join(folder, 'nowhere'),
      '--out',
      join(folder, 'never'),
    ]);
    expect(stderr).toMatch(/nowhere.*(name a folder|cannot be read)/);
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });

  test('a truncated data file, by its name', async () => {
    const broken = writeTinyDigits(join(folder, 'broken'));
    truncateSync(join(broken, 'train-images-idx3-ubyte'), 1000);
    const { code, stderr } = await runCli([
      'train',
      ...quick,
      '--data',
      broken,
      '--out',
      join(folder, 'never'),
    ]);
    expect(stderr).toMatch(/train-images-idx3-ubyte/);
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });

  test('a run folder that exists, which stays as it was', async () => {
    const taken = join(folder, 'taken');
    mkdirSync(taken);
    writeFileSync(join(taken, 'mine.txt'), 'mine');
    const { code, stderr } = await runCli(['train', ...quick, '--data', data, '--out', taken]);
    expect(stderr).toMatch(/taken is not empty .*choose another --out/);
    expect(stderr).not.toContain('backend:');
    expect(code).toBe(2);
    expect(readdirSync(taken)).toEqual(['mine.txt']);
  });

  test('settings beside --resume, which would be ignored', async () => {
    const { code, stderr } = await runCli([
      'train',
      '--resume',
      '--out',
      folder,
      '--steps',
      '9',
      '--seed',
      '2',
    ]);
    expect(stderr).toMatch(
      /--resume goes on with the settings the run was begun with: leave out --steps, --seed, or begin another run\n/,
    );
    expect(code).toBe(2);
  });

  test('--resume of a folder that holds no run', async () => {
    const { code, stderr } = await runCli(['train', '--resume', '--out', join(folder, 'nothing')]);
    expect(stderr).toMatch(/nothing/);
    expect(code).toBe(2);
  });
});
