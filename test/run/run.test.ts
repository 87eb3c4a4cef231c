import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createRun, openRun, resumeRun, settingsOf } from '../../src/experiments/run/index.js';
import { temporaryFolders } from '../temporaryFolders.js';
import { config } from './runConfig.js';

const newFolder = temporaryFolders();
const newRunFolder = (): string => join(newFolder(), 'runs', 'first');

describe('createRun', () => {
  test('makes the folder, and what it was given opens again', () => {
    const folder = newRunFolder();
    const before = Date.now() / 1000;
    const run = createRun(folder, config);
    run.recorder.record({ step: 1, loss: 2.5, phase: 'isotherm' });
    run.saveCheckpoint(1, { 'weights.bin': Uint8Array.of(1, 2, 3), 'state.json': '{}' });
    run.writeSummary({ testAccuracy: 0.98 });
    run.end('finished');

    expect(readdirSync(folder).toSorted()).toEqual([
      'checkpoints',
      'config.json',
      'points.csv',
      'points.jsonl',
      'status.json',
      'summary.json',
    ]);
    const opened = openRun(folder);
    expect(opened.config).toEqual(config);
    const { time, ...point } = opened.points[0]!;
    expect(point).toEqual({ step: 1, loss: 2.5, phase: 'isotherm' });
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now() / 1000);
    expect(readFileSync(join(folder, 'points.csv'), 'utf8')).toBe('step,loss\r\n1,2.5\r\n');
    expect(opened.summary).toEqual({ testAccuracy: 0.98 });
    expect(opened.status).toMatchObject({ state: 'finished', reason: null });
    expect(opened.latestCheckpoint()?.step).toBe(1);
    expect([...opened.latestCheckpoint()!.read('weights.bin')]).toEqual([1, 2, 3]);
    expect(opened.notes).toEqual([]);
  });

  test('takes an empty folder', () => {
    createRun(newFolder(), config).end('finished');
  });

  test('takes a folder in which a process was killed before it began a run', () => {
    const folder = newFolder();
    writeFileSync(join(folder, '.config.json.123.tmp'), '{"for');
    writeFileSync(join(folder, 'lock.123.tmp'), '');
    createRun(folder, config).end('finished');
    expect(openRun(folder).status.state).toBe('finished');
  });

  test('refuses a folder that holds a run, and leaves it as it is', () => {
    const folder = newRunFolder();
    createRun(folder, config).end('finished');
    const before = readdirSync(folder).map((name) => [
      name,
      name === 'checkpoints' ? '' : readFileSync(join(folder, name), 'utf8'),
    ]);
    expect(() => createRun(folder, config)).toThrow(
      `run folder ${folder} holds a ${config.name} run that is finished: choose another --out`,
    );
    expect(
      readdirSync(folder).map((name) => [
        name,
        name === 'checkpoints' ? '' : readFileSync(join(folder, name), 'utf8'),
      ]),
    ).toEqual(before);
  });

  test('refuses a folder that holds anything else, and leaves it as it is', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'thesis.tex'), '');
    expect(() => createRun(folder, config)).toThrow(
      `run folder ${folder} is not empty (it holds thesis.tex): choose another --out`,
    );
    expect(readdirSync(folder)).toEqual(['thesis.tex']);
  });

  test('refuses a file in the place of the folder', () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(() => createRun(file, config)).toThrow(`run folder ${file} is a file: choose another --out`);
  });

  test.each([
    [
      'a setting that JSON cannot hold',
      { ...config, settings: { rate: Number.NaN } },
      /^run configuration: settings\.rate: .*: pass a valid value$/,
    ],
    ['an unknown field', { ...config, extra: 1 }, /^run configuration: .*"extra".*: pass a valid value$/],
    [
      'columns without step',
      { ...config, columns: ['loss'] },
      /^run configuration: columns: step is missing: pass a valid value$/,
    ],
  ])('refuses %s before it makes the folder', (_, wrong, message) => {
    const folder = newRunFolder();
    expect(() => createRun(folder, wrong)).toThrow(message);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('openRun', () => {
  test('says that a run goes on while its process does', () => {
    const folder = newRunFolder();
    const run = createRun(folder, config);
    expect(openRun(folder).status.state).toBe('running');
    run.end('interrupted', 'stopped by a signal');
    expect(openRun(folder).status).toMatchObject({ state: 'interrupted', reason: 'stopped by a signal' });
  });

  test('passes over a point that was cut short, and says so', () => {
    const folder = newRunFolder();
    const run = createRun(folder, config);
    run.recorder.record({ step: 1, loss: 1 });
    run.end('interrupted');
    writeFileSync(join(folder, 'points.jsonl'), '{"step":2', { flag: 'a' });
    const { points, notes } = openRun(folder);
    expect(points).toMatchObject([{ step: 1, loss: 1 }]);
    expect(notes).toEqual([`${folder}/points.jsonl: the last line was cut short (9 bytes) and is left out`]);
  });

  test.each([
    [
      'config.json',
      '{"format": 1',
      /config\.json is damaged: it is no JSON: restore the file or begin another run$/,
    ],
    ['config.json', '{}', /config\.json is damaged: format: .*: restore the file or begin another run$/],
    [
      'config.json',
      JSON.stringify({ ...config, surprise: 1 }),
      /config\.json is damaged: .*"surprise".*: restore the file or begin another run$/,
    ],
    [
      'status.json',
      '{"state":"dreaming"}',
      /status\.json is damaged: state: .*: restore the file or begin another run$/,
    ],
    ['summary.json', '[', /summary\.json is damaged: it is no JSON: restore the file or begin another run$/],
  ])('refuses a damaged %s in one line: %s', (name, text, message) => {
    const folder = newRunFolder();
    createRun(folder, config).end('finished');
    writeFileSync(join(folder, name), text);
    expect(() => openRun(folder)).toThrow(message);
  });

  test('refuses a folder that holds no run', () => {
    expect(() => openRun('/no/run')).toThrow(
      '/no/run holds no run (no config.json): name the folder of a run',
    );
  });
});

function stoppedRun(): string {
  const folder = newRunFolder();
  const run = createRun(folder, config);
  for (let step = 1; step <= 6; step++) {
    run.recorder.record({ step, loss: 1 / step });
    if (step % 2 === 0) run.saveCheckpoint(step, { state: `at ${step}` });
  }
  run.writeSummary({ testAccuracy: 0.5 });
  run.end('interrupted');
  return folder;
}

describe('resumeRun', () => {
  test('goes on from a step as if nothing after it had been recorded', () => {
    const folder = stoppedRun();
    writeFileSync(join(folder, '.status.json.9.tmp'), '');
    const run = resumeRun(folder, 4);
    expect(openRun(folder).points.map(({ step }) => step)).toEqual([1, 2, 3, 4]);
    expect(openRun(folder).latestCheckpoint()?.step).toBe(4);
    expect(openRun(folder).status.state).toBe('running');
    expect(openRun(folder).summary).toBe(null);
    expect(run.config).toEqual(config);
    run.recorder.record({ step: 5, loss: 0.2 });
    run.end('finished');
    expect(readFileSync(join(folder, 'points.csv'), 'utf8')).toBe(
      'step,loss\r\n1,1\r\n2,0.5\r\n3,0.3333333333333333\r\n4,0.25\r\n5,0.2\r\n',
    );
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('goes on where the process was killed before it made its files of points', () => {
    const folder = stoppedRun();
    for (const name of ['points.jsonl', 'points.csv', 'status.json']) rmSync(join(folder, name));
    resumeRun(folder, 0).end('finished');
    expect(openRun(folder).points).toEqual([]);
    expect(readFileSync(join(folder, 'points.csv'), 'utf8')).toBe('step,loss\r\n');
  });

  test('refuses a folder without a run, and a step that is none', () => {
    expect(() => resumeRun(newFolder(), 0)).toThrow(/holds no run \(no config.json\)/);
    expect(() => resumeRun(stoppedRun(), -1)).toThrow('step is -1: pass a whole number of at least 0');
  });
});

describe('a run on a full disk', () => {
  test.runIf(existsSync('/dev/full'))(
    'fails in one line, and what was recorded and saved before stays',
    () => {
      const folder = newRunFolder();
      const first = createRun(folder, config);
      first.recorder.record({ step: 1, loss: 1 });
      first.saveCheckpoint(1, { state: 'one' });
      first.end('interrupted');
      rmSync(join(folder, 'points.csv'));
      symlinkSync('/dev/full', join(folder, 'points.csv'));
      expect(() => resumeRun(folder, 1)).toThrow(
        `${folder}/points.csv cannot be written: the disk is full (ENOSPC); what was recorded before is kept: free some space or choose another disk`,
      );
      expect(openRun(folder).points).toMatchObject([{ step: 1, loss: 1 }]);
      expect(openRun(folder).latestCheckpoint()?.step).toBe(1);
      expect(existsSync(join(folder, 'lock'))).toBe(false);
    },
  );
});

describe('settingsOf', () => {
  const schema = z.strictObject({
    steps: z.int(),
    data: z.string(),
    nested: z.object({ rates: z.array(z.number()) }),
  });

  test('reads the settings by the schema of the experiment', () => {
    expect(settingsOf(config, schema).nested.rates).toEqual([0.1, 0.2]);
  });

  test('refuses settings that are not so, in one line', () => {
    expect(() => settingsOf({ ...config, settings: { ...config.settings, steps: 'many' } }, schema)).toThrow(
      /^config\.json of this train run: settings\.steps: .*: restore the file or begin another run$/,
    );
  });
});

describe('writing in a folder that cannot be', () => {
  test('is refused in one line', () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(() => createRun(join(file, 'below'), config)).toThrow(
      `${file}/below cannot be written: a file is where its folder should be: choose another folder`,
    );
  });
});
