import { describe, expect, test } from 'vitest';
import { studyGrid } from '../../src/simulator/study/grid/studyGrid.js';

// arXiv 2511.07308: eta (or eta_eff) and lambda each logspace(-3, -1, 17); on the sphere r in logspace(-1, 1, 17).
describe('the published grid', () => {
  test.each(['fixedEffectiveLearningRate', 'fixedLearningRate', 'fixedSphere'] as const)(
    '%s has 289 cells, row by row',
    (protocol) => {
      const grid = studyGrid(protocol, 17);
      expect(grid.length).toBe(289);
      grid.forEach((cell, i) => expect([cell.row, cell.column]).toEqual([Math.floor(i / 17), i % 17]));
    },
  );

  test('spreads rates and weight decays evenly in their logarithm from 1e-3 to 1e-1', () => {
    const grid = studyGrid('fixedEffectiveLearningRate', 17);
    expect(grid[0]!.control).toEqual({
      protocol: 'fixedEffectiveLearningRate',
      effectiveLearningRate: 0.001,
      weightDecay: 0.001,
      momentum: 0,
    });
    expect(grid[8 * 17 + 4]!.rate).toBeCloseTo(0.01, 12);
    expect(grid[8 * 17 + 4]!.constraint).toBeCloseTo(0.0031622776601683794, 12);
    expect(grid[288]!.rate).toBeCloseTo(0.1, 12);
    expect(grid[288]!.constraint).toBeCloseTo(0.1, 12);
  });

  test('gives the sphere radii from 0.1 to 10', () => {
    const grid = studyGrid('fixedSphere', 17);
    expect(grid[0]!.constraint).toBeCloseTo(0.1, 12);
    expect(grid[8]!.constraint).toBeCloseTo(1, 12);
    expect(grid[16]!.control).toMatchObject({ effectiveLearningRate: 0.001, momentum: 0 });
    expect(grid[16]!.constraint).toBeCloseTo(10, 12);
  });
});
