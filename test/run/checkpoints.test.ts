import { mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { latestCheckpoint, saveCheckpoint } from '../../src/experiments/run/index.js';
import { temporaryFolders } from '../temporaryFolders.js';

const newFolder = temporaryFolders();

describe('saveCheckpoint', () => {
  test('keeps the last two', () => {
    const folder = join(newFolder(), 'checkpoints');
    for (const step of [5, 90, 100]) saveCheckpoint(folder, step, { state: `at ${step}` });
    expect(readdirSync(folder).toSorted()).toEqual(['step-100', 'step-90']);
  });

  test('replaces one of the same step', () => {
    const folder = newFolder();
    saveCheckpoint(folder, 5, { state: 'old', more: 'old' });
    saveCheckpoint(folder, 5, { state: 'new' });
    expect(readdirSync(folder)).toEqual(['step-5']);
    expect(latestCheckpoint(folder)?.files).toEqual(['state']);
    expect(Buffer.from(latestCheckpoint(folder)!.read('state')).toString()).toBe('new');
  });

  test.each(['../escape', 'a/b', '', '.hidden', 'manifest.json'])(
    'refuses "%s" as the name of a file, and writes nothing',
    (name) => {
      const folder = newFolder();
      expect(() => saveCheckpoint(folder, 1, { fine: '', [name]: '' })).toThrow(
        `checkpoint file name is "${name}": pass letters, digits, "_", "-" and ".", other than manifest.json`,
      );
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test('refuses a step that is no count', () => {
    expect(() => saveCheckpoint(newFolder(), 1.5, {})).toThrow(
      'step is 1.5: pass a whole number of at least 0',
    );
  });
});

describe('latestCheckpoint', () => {
  test('is none where there is none, not even a folder', () => {
    expect(latestCheckpoint(newFolder())).toBe(null);
    expect(latestCheckpoint('/no/such/folder')).toBe(null);
  });

  test('takes no notice of half written ones', () => {
    const folder = newFolder();
    saveCheckpoint(folder, 9, { state: 'nine' });
    mkdirSync(join(folder, '.step-10.123.tmp'));
    mkdirSync(join(folder, 'step-11'));
    writeFileSync(join(folder, 'step-11', 'state'), 'elev');
    expect(latestCheckpoint(folder)).toMatchObject({ step: 9, files: ['state'], passedOver: [11] });
  });

  test.each([
    ['cut short', (file: string) => truncateSync(file, 3)],
    ['changed', (file: string) => writeFileSync(file, 'FIVE!')],
    ['missing', (file: string) => rmSync(file)],
  ])('passes over one with a file %s, for the one before', (_, damage) => {
    const folder = newFolder();
    saveCheckpoint(folder, 4, { state: 'four.' });
    saveCheckpoint(folder, 5, { state: 'five!' });
    damage(join(folder, 'step-5', 'state'));
    expect(latestCheckpoint(folder)).toMatchObject({ step: 4, passedOver: [5] });
    damage(join(folder, 'step-4', 'state'));
    expect(() => latestCheckpoint(folder)).toThrow(
      `${folder} holds no checkpoint that is whole (step-5 and step-4): restore one, or remove the folder to begin anew`,
    );
  });

  test('names the files there are when asked for another', () => {
    const folder = newFolder();
    saveCheckpoint(folder, 4, { state: '', weights: '' });
    expect(() => latestCheckpoint(folder)!.read('optimizer')).toThrow(
      `${folder}/step-4 holds no optimizer: it holds state, weights`,
    );
  });
});
