import { expect, test } from 'vitest';
import { memoryRecorder } from '../../src/recorders/index.js';

test('memoryRecorder keeps copies of its points in their order, also when it is closed', () => {
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
