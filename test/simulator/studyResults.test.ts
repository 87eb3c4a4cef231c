import { describe, expect, test } from 'vitest';
import { potentialMinima, studyOf, publishedStudy, studyProtocols } from '../../src/simulator/study/index.js';
import { requireStudySettings } from '../../src/simulator/study/requireStudySettings.js';
import { studyResult } from '../../src/simulator/study/results/studyResult.js';
import { studyResults } from '../../src/simulator/study/results/studyResults.js';
import { idealCells } from './idealCells.js';

const measured = { protocol: 'fixedSphere', name: 'a result', theory: 1, tolerance: 0.02 } as const;

describe('a verdict', () => {
  test('is within at a distance of the tolerance', () => {
    expect(studyResult({ ...measured, value: 1.019, standardError: 0.5 }).verdict).toBe('within');
  });
  test('is undecided outside of the tolerance by less than two standard errors', () => {
    expect(studyResult({ ...measured, value: 1.039, standardError: 0.01 }).verdict).toBe('undecided');
  });
  test('is outside by more', () => {
    expect(studyResult({ ...measured, value: 0.959, standardError: 0.01 }).verdict).toBe('outside');
  });
});

describe.each(studyProtocols)('the results of an ideal gas, %s', (protocol) => {
  const cells = idealCells(protocol, 17);

  test('find each potential smallest in its own cell', () => {
    expect(potentialMinima(cells).map(({ distance }) => distance)).toEqual(Array(289).fill(0));
  });

  test('name a potential that is smallest elsewhere, and how far away', () => {
    // The entropy of a cell raised far beyond all others makes every potential that may choose it smallest there.
    const odd = cells.map((cell) =>
      cell.row === 3 && cell.column === 5 ? { ...cell, entropy: cell.entropy + 1000 } : cell,
    );
    const first = potentialMinima(odd).find(({ row, column }) => row === 0 && column === 5);
    expect([first!.minimumRow, first!.minimumColumn, first!.distance]).toEqual([3, 5, 3]);
  });

  test('have the slopes, heat capacity and ratios of theory', () => {
    const results = studyResults(cells);
    const exact = results.filter(({ name }) => !/farthest|over its law/.test(name));
    expect(exact.length).toBeGreaterThan(5);
    for (const { value, theory } of exact) expect(value).toBeCloseTo(theory, 6);
  });
});

describe('a study as far as it went', () => {
  test('has results of whole grids alone', () => {
    const settings = { ...publishedStudy, points: 5 };
    const whole = idealCells('fixedEffectiveLearningRate', 5);
    const part = idealCells('fixedLearningRate', 5).slice(0, 12);
    const { protocols } = studyOf(settings, studyProtocols, [...whole, ...part]);
    expect(protocols.map(({ cells }) => cells.length)).toEqual([25, 12, 0]);
    expect(protocols.map(({ results }) => results.length > 0)).toEqual([true, false, false]);
    expect(protocols.map(({ minima }) => minima.length)).toEqual([25, 0, 0]);
  });
});

describe('requireStudySettings refuses in one line that names the setting', () => {
  test.each([
    [{ points: 0 }, 'points is 0: pass a whole number of at least 3'],
    [{ points: 2.5 }, 'points is 2.5: pass a whole number of at least 3'],
    [{ points: 1000 }, 'points is 1000: pass at most 300'],
    [
      { seed: 2 ** 53 },
      'seed is 9007199254740992: pass a whole number of at least 0 and at most 9007199254740991',
    ],
    [{ steps: 100_000 }, 'steps is 100000: pass a multiple of entropyEvery, which is 40000'],
    [{ steps: 80_000 }, 'steps is 80000: pass at least 400000, which is what the averages are over'],
    [{ steps: Infinity }, 'steps is Infinity: pass a whole number of at least 1'],
    [{ seed: -1 }, 'seed is -1: pass a whole number of at least 0'],
    [{ entropyEvery: 75 }, 'entropyEvery is 75: pass a multiple of keepEvery, which is 50'],
  ])('%j', (given, message) => {
    expect(() => requireStudySettings({ ...publishedStudy, ...given })).toThrow(message);
  });
});
