import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, requireWritable } from '../../src/recorders/node.js';
import { temporaryFolders } from '../temporaryFolders.js';

const newFolder = temporaryFolders();

test('a folder is made with those above it, and one that is there is left as it is', () => {
  const folder = join(newFolder(), 'a', 'b', 'c');
  makeFolder(folder);
  writeFileSync(join(folder, 'mine'), 'mine');
  makeFolder(folder);
  expect(readdirSync(folder)).toEqual(['mine']);
});

test('a folder that can be made is told apart without making it', () => {
  const folder = newFolder();
  requireWritable(join(folder, 'a', 'b'));
  requireWritable(folder);
  expect(readdirSync(folder)).toEqual([]);
});

// Node's own recursive mkdir never returns from here.
test.skipIf(!statSync('/proc/self', { throwIfNoEntry: false })).each([
  ['made', makeFolder],
  ['asked for', requireWritable],
])('a folder in a place that takes none is refused in one line when it is %s', (_, act) => {
  expect(() => act('/proc/x')).toThrow(
    /^\/proc\/x cannot be written: no folder can be made there: choose another$/,
  );
  expect(() => act('/proc/x/y')).toThrow(/^\/proc\/x\/y cannot be written: /);
});

test.each([
  ['made', makeFolder],
  ['asked for', requireWritable],
])('a folder below a file is refused in one line when it is %s', (_, act) => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  expect(() => act(join(file, 'a'))).toThrow(
    `${join(file, 'a')} cannot be written: a file is where its folder should be: choose another folder`,
  );
});
