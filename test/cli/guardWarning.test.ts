import { expect, test } from 'vitest';
import type { Point } from '../../src/control/index.js';
import { guardWarning } from '../../src/cli/guardWarning.js';

function linesOf(points: readonly Point[]): string[] {
  const lines: string[] = [];
  const warning = guardWarning((line) => lines.push(line));
  points.forEach((point) => void warning.record(point));
  return lines;
}

test('a run that the guard holds back by half or more for three readings is told so, once', () => {
  const shares = [0, 0.6, 0.9, 0.93, 0.97, 0.1, 0.8, 0.9, 0.9];
  expect(linesOf(shares.map((guarded, i) => ({ step: 20 * (i + 1), guarded })))).toEqual([
    'by step 80 the guard against runaway takes off 93 % of the steps: lower --effective-learning-rate or --weight-decay for the dynamics that were asked for',
  ]);
});

test('spikes, which the guard is there for, and points without a reading are passed over', () => {
  const shares = [0.9, 0.9, 0, 0.8, 0.9, 0.2];
  expect(
    linesOf(
      shares.flatMap((guarded, i) => [
        { step: i, guarded },
        { step: i, testLoss: 1 },
      ]),
    ),
  ).toEqual([]);
});
