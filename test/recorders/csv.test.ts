import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { csvRecorder, cutCsvAfter } from '../../src/recorders/node.js';
import { temporaryFolders } from '../temporaryFolders.js';

const newFolder = temporaryFolders();
const newFile = (): string => join(newFolder(), 'points.csv');

describe('csvRecorder', () => {
  test('takes its columns from the first point; later fields without a column are left out, missing ones empty', () => {
    const file = newFile();
    const recorder = csvRecorder(file);
    recorder.record({ step: 1, loss: 0.25, noise: null, ok: true });
    recorder.record({ step: 2, extra: 7, ok: false });
    recorder.close();
    expect(readFileSync(file, 'utf8')).toBe('step,loss,noise,ok\r\n1,0.25,,true\r\n2,,,false\r\n');
  });

  test('has written its header when it is opened with columns', () => {
    const file = newFile();
    const recorder = csvRecorder(file, { columns: ['step', 'loss'] });
    expect(readFileSync(file, 'utf8')).toBe('step,loss\r\n');
    recorder.close();
  });

  test('quotes text as RFC 4180 asks, and writes numbers that are not finite by their names', () => {
    const file = newFile();
    const recorder = csvRecorder(file);
    recorder.record({ step: 1, text: 'a "b", c\r\nd', x: Number.NaN, y: -Infinity });
    recorder.close();
    expect(readFileSync(file, 'utf8')).toBe('step,text,x,y\r\n1,"a ""b"", c\r\nd",NaN,-Infinity\r\n');
  });

  test('goes on under the header that is there, a torn last record cut off first', () => {
    const file = newFile();
    writeFileSync(file, 'loss,step\r\n0.5,1\r\n0.25,"2');
    const recorder = csvRecorder(file, { columns: ['loss', 'step'] });
    recorder.record({ step: 3, loss: 0.125 });
    recorder.close();
    expect(readFileSync(file, 'utf8')).toBe('loss,step\r\n0.5,1\r\n0.125,3\r\n');
  });

  test('takes a line end within quotes for no end of a record, so a record torn behind one is cut off whole', () => {
    const file = newFile();
    writeFileSync(file, 'step,text\r\n1,a\r\n2,"b\r\nc');
    csvRecorder(file).close();
    expect(readFileSync(file, 'utf8')).toBe('step,text\r\n1,a\r\n');
  });

  test('writes the header anew where it was torn itself', () => {
    const file = newFile();
    writeFileSync(file, 'step,lo');
    csvRecorder(file, { columns: ['step', 'loss'] }).close();
    expect(readFileSync(file, 'utf8')).toBe('step,loss\r\n');
  });

  test('refuses columns other than the ones that are there', () => {
    const file = newFile();
    writeFileSync(file, 'step,loss\r\n');
    expect(() => csvRecorder(file, { columns: ['step', 'volume'] })).toThrow(
      `${file} has the columns step, loss: pass the same columns or choose another file`,
    );
  });

  test('refuses columns without step, and touches no file', () => {
    expect(() => csvRecorder('/no/such/file', { columns: ['loss'] })).toThrow(
      'columns are loss: pass step among them',
    );
  });

  test.runIf(existsSync('/dev/full'))(
    'says in one line that the disk is full, naming the file and the remedy',
    () => {
      const file = newFile();
      symlinkSync('/dev/full', file);
      const recorder = csvRecorder(file);
      expect(() => recorder.record({ step: 1 })).toThrow(
        `${file} cannot be written: the disk is full (ENOSPC); what was recorded before is kept: free some space or choose another disk`,
      );
      expect(() => recorder.close()).toThrow(/the disk is full/);
    },
  );
});

describe('cutCsvAfter', () => {
  test('keeps the header and the points up to a step', () => {
    const file = newFile();
    writeFileSync(file, 'a,step,b\r\n,1,\r\n"x,y",2,z\r\n"p\nq",3,\r\n,4');
    cutCsvAfter(file, 3);
    expect(readFileSync(file, 'utf8')).toBe('a,step,b\r\n,1,\r\n"x,y",2,z\r\n"p\nq",3,\r\n');
    cutCsvAfter(file, 2);
    expect(readFileSync(file, 'utf8')).toBe('a,step,b\r\n,1,\r\n"x,y",2,z\r\n');
    cutCsvAfter(file, 0);
    expect(readFileSync(file, 'utf8')).toBe('a,step,b\r\n');
  });

  test.each([
    ['has no column named step', 'a,b\r\n1,2\r\n', 'has no column named step: restore the file or remove it'],
    [
      'has a record without a step',
      'step,b\r\n,2\r\n',
      'record 2 has no step: restore the file or remove it',
    ],
  ])('refuses a file that %s and leaves it as it is', (_, text, message) => {
    const file = newFile();
    writeFileSync(file, text);
    expect(() => cutCsvAfter(file, 1)).toThrow(`${file} ${message}`);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
