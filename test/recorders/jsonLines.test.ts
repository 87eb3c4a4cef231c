import { appendFileSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cutJsonLinesAfter, jsonLinesRecorder, readPoints } from '../../src/recorders/node.js';
import { temporaryFolders } from '../temporaryFolders.js';

const newFolder = temporaryFolders();
const newFile = (): string => join(newFolder(), 'points.jsonl');

describe('jsonLinesRecorder', () => {
  test('has written a point as one line of JSON when record returns', () => {
    const file = newFile();
    const recorder = jsonLinesRecorder(file);
    recorder.record({ step: 1, temperature: 0.5, phase: 'isotherm', guarded: false, noise: null });
    expect(readFileSync(file, 'utf8')).toBe(
      '{"step":1,"temperature":0.5,"phase":"isotherm","guarded":false,"noise":null}\n',
    );
    recorder.close();
  });

  test('writes a value that is not finite as null and names it beside', () => {
    const file = newFile();
    const recorder = jsonLinesRecorder(file);
    recorder.record({ step: 1, loss: Number.NaN, volume: -Infinity, pressure: 2 });
    recorder.close();
    expect(readFileSync(file, 'utf8')).toBe(
      '{"step":1,"loss":null,"volume":null,"pressure":2,"nonFinite":{"loss":"NaN","volume":"-Infinity"}}\n',
    );
  });

  test('goes on behind the points of an earlier process, a torn last line cut off first', () => {
    const file = newFile();
    writeFileSync(file, '{"step":1}\n{"step":2}\n{"step":3,"temp');
    const recorder = jsonLinesRecorder(file);
    recorder.record({ step: 4 });
    recorder.close();
    expect(readFileSync(file, 'utf8')).toBe('{"step":1}\n{"step":2}\n{"step":4}\n');
  });

  test('refuses a point without a step that is a count', () => {
    const recorder = jsonLinesRecorder(newFile());
    expect(() => recorder.record({ step: Number.NaN })).toThrow(
      "a point's step is NaN: pass a whole number of at least 0",
    );
    recorder.close();
  });

  test('refuses a point with a field of the name it needs itself', () => {
    const recorder = jsonLinesRecorder(newFile());
    expect(() => recorder.record({ step: 1, nonFinite: 2 })).toThrow(
      'a point has a field named nonFinite, which the file keeps for itself: name it otherwise',
    );
    recorder.close();
  });

  test.runIf(existsSync('/dev/full'))(
    'says in one line that the disk is full, naming the file and the remedy',
    () => {
      const file = newFile();
      symlinkSync('/dev/full', file);
      const recorder = jsonLinesRecorder(file);
      expect(() => recorder.record({ step: 1 })).toThrow(
        `${file} cannot be written: the disk is full (ENOSPC); what was recorded before is kept: free some space or choose another disk`,
      );
      expect(() => recorder.close()).toThrow(/the disk is full/);
    },
  );

  test('refuses a file in a folder that is not there', () => {
    expect(() => jsonLinesRecorder('/no/such/folder/points.jsonl')).toThrow(
      '/no/such/folder/points.jsonl cannot be written: its folder does not exist: create the folder or choose another',
    );
  });
});

describe('readPoints', () => {
  test('passes over a torn last line and says how long it was', () => {
    const file = newFile();
    writeFileSync(file, '{"step":1}\n{"step":20,"te');
    expect(readPoints(file)).toEqual({ points: [{ step: 1 }], tornBytes: 14 });
  });

  test('reads an empty file as no points', () => {
    const file = newFile();
    writeFileSync(file, '');
    expect(readPoints(file)).toEqual({ points: [], tornBytes: 0 });
  });

  test.each([
    ['no JSON', '{"step":', 'line 2 is no JSON: remove the line or restore the file'],
    ['no step', '{"loss":1}', 'line 2 is no point: step: '],
    ['nested values', '{"step":2,"loss":[1]}', 'line 2 is no point: loss: '],
  ])('refuses a whole line with %s, naming it', (_, line, message) => {
    const file = newFile();
    writeFileSync(file, `{"step":1}\n${line}\n{"step":3}\n`);
    expect(() => readPoints(file)).toThrow(`${file} ${message}`);
  });

  test.each(['/no/points', '/dev/null', '/'])('refuses %s, where there is no file', (path) => {
    expect(() => readPoints(path)).toThrow(`${path} is no file: name a file of recorded points`);
  });
});

describe('cutJsonLinesAfter', () => {
  test('keeps the points up to a step, and nothing torn', () => {
    const file = newFile();
    writeFileSync(file, '{"step":1}\n{"step":2}\n{"step":2,"testAccuracy":0.9}\n{"step":3}\n{"st');
    cutJsonLinesAfter(file, 2);
    expect(readFileSync(file, 'utf8')).toBe('{"step":1}\n{"step":2}\n{"step":2,"testAccuracy":0.9}\n');
    appendFileSync(file, '{"torn');
    cutJsonLinesAfter(file, 0);
    expect(readFileSync(file, 'utf8')).toBe('');
  });
});
