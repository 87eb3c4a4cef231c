import { describe, expect, test } from 'vitest';
import { inThisThread } from '../../src/simulator/index.js';
import { publishedStudy, study, type MeasuredCell } from '../../src/simulator/study/index.js';

// As small as a study can be, and short: what is measured is not what is looked at here.
const settings = {
  ...publishedStudy,
  points: 3,
  kept: 100,
  entropyEvery: 500,
  averagedEntropies: 2,
  averagedSteps: 1000,
  blocks: 2,
  steps: 4000,
};

describe('a study', () => {
  test('tells of all cells in the order of the grids, and gives the same again', async () => {
    const told: MeasuredCell[] = [];
    const once = await study({
      settings,
      pool: inThisThread(),
      onCells: (cells) => void told.push(...cells),
    });
    expect(told.map(({ protocol }) => protocol)).toEqual([
      ...Array<string>(9).fill('fixedEffectiveLearningRate'),
      ...Array<string>(9).fill('fixedLearningRate'),
      ...Array<string>(9).fill('fixedSphere'),
    ]);
    expect(told.slice(0, 9).map(({ row, column }) => 3 * row + column)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(once.protocols.flatMap(({ cells }) => cells)).toEqual(told);
    expect(await study({ settings, pool: inThisThread() })).toEqual(once);
  });

  test('of one protocol has the cells that it has in the study of all', async () => {
    const all = await study({ settings, pool: inThisThread() });
    const one = await study({ settings, protocols: ['fixedSphere'], pool: inThisThread() });
    expect(one.protocols).toEqual(all.protocols.slice(2));
  });

  test('has an entropy for each entropyEvery steps, and other numbers with another seed', async () => {
    const sphere = { protocols: ['fixedSphere'], pool: inThisThread() } as const;
    const one = (await study({ ...sphere, settings })).protocols[0]!.cells;
    const other = (await study({ ...sphere, settings: { ...settings, seed: 2 } })).protocols[0]!.cells;
    expect(one.map(({ directionEntropies }) => directionEntropies.length)).toEqual(Array(9).fill(8));
    one.forEach((cell, i) => expect(cell.internalEnergy).not.toBe(other[i]!.internalEnergy));
  });

  test('that is stopped keeps the cells it has, and results of whole grids alone', async () => {
    const stop = new AbortController();
    const part = await study({
      settings,
      pool: inThisThread(),
      signal: stop.signal,
      onCells: () => stop.abort(),
    });
    expect(part.protocols.map(({ cells }) => cells.length)).toEqual([9, 0, 0]);
    expect(part.protocols.map(({ results }) => results.length > 0)).toEqual([true, false, false]);
  });

  test('refuses settings that do not fit each other before any work', async () => {
    const told: MeasuredCell[] = [];
    const wrong = study({
      settings: { ...settings, points: 0 },
      pool: inThisThread(),
      onCells: (cells) => void told.push(...cells),
    });
    await expect(wrong).rejects.toThrow('points is 0: pass a whole number of at least 3');
    expect(told).toEqual([]);
  });
});
