import { expect, test } from 'vitest';
import { duration } from '../../src/recorders/duration.js';

test.each([
  [0.4, '0 s'],
  [59.4, '59 s'],
  [59.6, '1 min 0 s'],
  [119.6, '2 min 0 s'],
  [200, '3 min 20 s'],
  [3599.6, '1 h 0 min'],
  [3900, '1 h 5 min'],
])('%d seconds are %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});
