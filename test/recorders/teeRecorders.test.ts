import { describe, expect, test } from 'vitest';
import { memoryRecorder, type Recorder, teeRecorders } from '../../src/recorders/index.js';

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

describe('memoryRecorder', () => {
  test('keeps copies of its points in their order, also when it is closed', () => {
    const recorder = memoryRecorder();
    const point = { step: 1, loss: 2 };
    recorder.record(point);
    point.loss = 3;
    recorder.record(point);
    recorder.close();
    expect(recorder.points).toEqual([
      { step: 1, loss: 2 },
      { step: 1, loss: 3 },
    ]);
  });
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

  test('throws the first failure only when all others have their point', async () => {
    const log: string[] = [];
    const memory = memoryRecorder();
    expect(() => teeRecorders(failing('first'), failing('second'), memory).record({ step: 1 })).toThrow(
      /^first$/,
    );
    expect(memory.points).toEqual([{ step: 1 }]);
    await expect(teeRecorders(failing('first'), slow(log)).close()).rejects.toThrow(/^first closing$/);
    expect(log).toEqual(['closed']);
  });
});
