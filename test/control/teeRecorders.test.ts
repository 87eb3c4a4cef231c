import { afterEach, describe, expect, test, vi } from 'vitest';
import { DiskError } from '../../src/error.js';
import { teeRecorders, type Recorder } from '../../src/control/index.js';
import { memoryRecorder } from '../../src/recorders/index.js';

const warnings: string[] = [];
vi.spyOn(console, 'warn').mockImplementation((line: string) => void warnings.push(line));
afterEach(() => void warnings.splice(0));

const failing = (message: string): Recorder => ({
  record: () => {
    throw new Error(message);
  },
  close: () => {
    throw new Error(`${message} closing`);
  },
});
const slow = (log: string[]): Recorder => ({
  record: async ({ step }) => {
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`point ${step}`);
  },
  close: async () => {
    await new Promise((resolve) => setImmediate(resolve));
    log.push('closed');
  },
});

describe('teeRecorders', () => {
  test('hands every point to each, and is synchronous as long as they are', () => {
    const [a, b] = [memoryRecorder(), memoryRecorder()];
    const tee = teeRecorders(a, b);
    expect(tee.record({ step: 5 })).toBe(undefined);
    expect(a.points).toEqual([{ step: 5 }]);
    expect(b.points).toEqual([{ step: 5 }]);
  });

  test('waits for the ones that take their time', async () => {
    const log: string[] = [];
    const tee = teeRecorders(slow(log), memoryRecorder());
    await tee.record({ step: 1 });
    expect(log).toEqual(['point 1']);
    await tee.close();
    expect(log).toEqual(['point 1', 'closed']);
  });

  test('tells of each one that fails once, in one line that names it and why, and the others have every point', async () => {
    class Uploader implements Recorder {
      async record(): Promise<void> {
        throw new Error('no network\nat some place');
      }
      close(): void {}
    }
    const memory = memoryRecorder();
    const tee = teeRecorders(failing('it broke'), memory, new Uploader());
    for (const step of [1, 2, 3]) await tee.record({ step });
    expect(memory.points.map(({ step }) => step)).toEqual([1, 2, 3]);
    expect(warnings).toEqual([
      'recorder 1 of 3 failed at step 1: it broke; all else goes on, and further failures of it are not told',
      'recorder 3 of 3 (Uploader) failed at step 1: no network; all else goes on, and further failures of it are not told',
    ]);
  });

  test('tells of a disk once for all recorders that write to it, and of another one all the same', () => {
    const onDisk = (file: string, disk: string): Recorder => ({
      record: () => {
        throw new DiskError(`${file} cannot be written: the disk is full`, disk);
      },
      close: () => {},
    });
    const tee = teeRecorders(onDisk('a/points', 'a'), onDisk('a/table', 'a'), onDisk('b/points', 'b'));
    for (const step of [1, 2]) void tee.record({ step });
    expect(warnings).toEqual([
      'at step 1: a/points cannot be written: the disk is full; all else goes on, and what else this disk does not take is not told',
      'at step 1: b/points cannot be written: the disk is full; all else goes on, and what else this disk does not take is not told',
    ]);
  });

  test('offers the next points to one that failed', () => {
    const taken: number[] = [];
    const tee = teeRecorders({
      record({ step }) {
        if (step === 2) throw new Error('not now');
        taken.push(step);
      },
      close: () => {},
    });
    for (const step of [1, 2, 3]) void tee.record({ step });
    expect(taken).toEqual([1, 3]);
  });

  test('takes a recorder whose methods give back something, as a script may have it', () => {
    const points: object[] = [];
    const pushing = { record: (point: object) => points.push(point), close: () => 'closed' };
    const tee = teeRecorders(pushing as unknown as Recorder);
    expect(tee.record({ step: 1 })).toBe(undefined);
    expect(tee.close()).toBe(undefined);
    expect(points).toEqual([{ step: 1 }]);
    expect(warnings).toEqual([]);
  });

  test('throws the first failure of closing only when all others are closed', async () => {
    const log: string[] = [];
    await expect(teeRecorders(failing('first'), slow(log)).close()).rejects.toThrow(/^first closing$/);
    expect(log).toEqual(['closed']);
    expect(() => teeRecorders(failing('first'), failing('second')).close()).toThrow(/^first closing$/);
  });
});
