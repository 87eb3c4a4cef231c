import { describe, expect, test } from 'vitest';
import { publishedStudy, quickStudy, studyProtocols } from '../../src/simulator/study/index.js';
import { studyGrid } from '../../src/simulator/study/grid/studyGrid.js';
import { entropySampler } from '../../src/simulator/study/measurement/entropySampler.js';
import { thinningOf } from '../../src/simulator/study/measurement/thinning.js';
import { directionEntropyResults } from '../../src/simulator/study/results/directionEntropyResults.js';
import { stationaryCell } from '../../src/simulator/study/theory/stationaryCell.js';
import { idealCells } from './idealCells.js';

const sphere = (effectiveLearningRate: number) =>
  ({ protocol: 'fixedSphere', effectiveLearningRate, radius: 1, momentum: 0 }) as const;

describe('weights are thinned', () => {
  test('to every 500 steps at an effective rate of 1e-3, and not at all from 1e-2 on', () => {
    expect(thinningOf(sphere(1e-3), publishedStudy)).toEqual({ every: 500, sets: 2 });
    expect(thinningOf(sphere(1e-2), publishedStudy)).toEqual({ every: 50, sets: 10 });
    expect(thinningOf(sphere(1e-1), publishedStudy)).toEqual({ every: 50, sets: 10 });
  });

  test('by the control alone: at fixed rate eta_eff is eta / r*^2, a little less than sqrt(eta lambda)', () => {
    const control = {
      protocol: 'fixedLearningRate',
      learningRate: 0.001,
      weightDecay: 0.001,
      momentum: 0,
    } as const;
    expect(thinningOf(control, publishedStudy)).toEqual({ every: 550, sets: 2 });
  });

  test('not where the run is too short for a set', () => {
    expect(thinningOf(sphere(1e-3), { ...publishedStudy, steps: 800_000 }).sets).toBe(0);
  });

  test.each([
    ['published', publishedStudy],
    ['quick', quickStudy],
  ] as const)(
    'in every cell of the %s study by half a relaxation time or more, from the last three fifths of the run',
    (_, settings) => {
      const grids = studyProtocols.flatMap((protocol) => studyGrid(protocol, settings.points));
      const unfit = grids.filter(({ control }) => {
        const { every, sets } = thinningOf(control, settings);
        const apart = every * stationaryCell(control).effectiveLearningRate;
        return apart < 0.5 - 1e-9 || sets < 1 || sets * every * settings.kept > 0.6 * settings.steps;
      });
      expect(unfit).toEqual([]);
    },
  );
});

test('sets of thinned weights follow one another until the last step, beside the newest weights', () => {
  const settings = { ...publishedStudy, steps: 24, keepEvery: 1, kept: 3, entropyEvery: 12 };
  const seen: number[][] = [];
  const sampler = entropySampler(settings, { every: 2, sets: 3 }, (rows) => {
    seen.push([...rows].filter((_, i) => i % 3 === 0).toSorted((a, b) => a - b));
    return seen.length;
  });
  // A row that holds its step, behind one of another chain.
  for (let step = 1; step <= 24; step += 1) sampler.look(step, Float32Array.of(0, 0, 0, step, 0, 0), 3);
  expect(sampler.published.map((one) => seen[one - 1])).toEqual([
    [10, 11, 12],
    [22, 23, 24],
  ]);
  expect(sampler.thinned.map((one) => seen[one - 1])).toEqual([
    [8, 10, 12],
    [14, 16, 18],
    [20, 22, 24],
  ]);
});

test('the entropy of weights kept apart is a result only if every cold cell has it', () => {
  const cells = idealCells('fixedSphere', 5);
  expect(directionEntropyResults(cells).length).toBe(2);
  const lacking = cells.map((cell, i) => (i === 0 ? { ...cell, thinnedDirectionEntropy: null } : cell));
  expect(directionEntropyResults(lacking).map(({ name }) => name)).toEqual([
    'S - R ln(2 pi e T) at low T (nats), as published',
  ]);
});
