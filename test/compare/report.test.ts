import { describe, expect, test } from 'vitest';
import { errorBand } from '../../src/recorders/pictures/compare/errorBand.js';
import { errorCurvesFigure } from '../../src/recorders/pictures/compare/index.js';
import {
  comparisonColumns,
  comparisonRows,
  renderComparison,
  type ComparedCandidate,
  type Comparison,
} from '../../src/recorders/node.js';

const candidate = (name: string, given: Partial<ComparedCandidate>): ComparedCandidate => ({
  name,
  summary: `what ${name} is`,
  tried: [{ rate: 1, accuracy: 0.9, loss: 0.3 }],
  rate: 1,
  runs: [],
  diverged: 0,
  testAccuracy: null,
  testLoss: null,
  stepsToTarget: null,
  standing: 'none',
  ...given,
});
const run = (seed: number, ...accuracies: number[]) => ({
  seed,
  folder: `runs/${seed}`,
  testAccuracy: accuracies.at(-1)!,
  testLoss: 0.1,
  stepsToTarget: null,
  curve: accuracies.map((testAccuracy, i) => ({ step: 100 * (i + 1), testAccuracy })),
});
const comparison: Comparison = {
  state: 'finished',
  backend: 'cpu',
  dataset: 'MNIST',
  settings: {
    network: 'digits',
    seeds: 3,
    steps: 300,
    tuningSteps: 100,
    validationShare: 0.1,
    target: 0.975,
  },
  candidates: [
    candidate('slow', {
      runs: [run(1, 0.8, 0.9), run(2, 0.8, 0.94), run(3, 0.8, 0.92)],
      testAccuracy: { mean: 0.92, deviation: 0.02, count: 3 },
      testLoss: { mean: 0.25, deviation: 0.05, count: 3 },
      standing: 'behind',
    }),
    candidate('quick', {
      runs: [run(1, 0.97, 0.98), run(2, 0.97, 0.98), run(3, 0.97, 0.98)],
      testAccuracy: { mean: 0.98, deviation: 0, count: 3 },
      testLoss: { mean: 0.07, deviation: 0, count: 3 },
      stepsToTarget: { mean: 150, deviation: 50, count: 2 },
      standing: 'best',
    }),
    candidate('wild <one>', { runs: [run(1, 0.5, 0.5)], diverged: 2 }),
    candidate('unborn', { tried: [{ rate: 1, accuracy: null, loss: null }], rate: null }),
  ],
};

describe('the table of a comparison', () => {
  test('puts the highest mean first, and tells losses, divergence and targets not reached as such', () => {
    expect(comparisonColumns(comparison)).toEqual([
      'candidate',
      'rate',
      'test accuracy',
      'test loss',
      'steps to 97.5 %',
      'standing',
    ]);
    expect(comparisonRows(comparison)).toEqual([
      ['quick', '1', '98.00 % ± 0.00 %', '0.0700 ± 0.00', '150 ± 50 (2 of 3 runs)', 'highest'],
      ['slow', '1', '92.00 % ± 2.00 %', '0.250 ± 0.0500', 'never', 'behind'],
      ['wild <one>', '1', '-', '-', 'never', 'diverged in 2 of 3'],
      ['unborn', '-', '-', '-', '-', 'no result'],
    ]);
  });

  test('says of a highest that others tie with it that it is not alone', () => {
    const [slow, quick] = comparison.candidates as [ComparedCandidate, ComparedCandidate];
    const candidates = [{ ...slow, standing: 'tied' as const }, quick];
    expect(comparisonRows({ ...comparison, candidates }).map((row) => row.at(-1))).toEqual([
      'highest, not alone',
      'ties with the highest',
    ]);
  });
});

describe('the page of a comparison', () => {
  test('holds table, curves and how it was tuned, with names escaped', () => {
    const page = renderComparison(comparison);
    expect(page).toContain('<h1>digits on MNIST: schedules compared</h1>');
    expect(page).toContain(
      'was given 1 base rate, tried for 100 steps on one other seed and judged on 10 % of the training images',
    );
    expect(page).toContain('<h2>Test error</h2><figure><svg');
    expect(page).toContain('<th scope="row">wild &lt;one&gt;</th>');
    expect(page).toContain('>wild &lt;one&gt;</text>');
    expect(page).not.toContain('>wild <one>');
    expect(page).toContain('1: diverged');
    expect(page).not.toContain('class="notice"');
  });

  test('says of a part that it is one', () => {
    const page = renderComparison({ ...comparison, state: 'interrupted', candidates: [] });
    expect(page).toContain('class="notice"><p>The comparison was interrupted');
    expect(page).toContain('Left out: the run recorded no testAccuracy');
  });
});

describe('the curves of a comparison', () => {
  test('are means of the test error with a band of one standard deviation', () => {
    const [first] = errorBand(comparison.candidates[0]!.runs.slice(0, 2).map(({ curve }) => curve.slice(1)));
    // Errors .1 and .06: mean .08, deviation .02 sqrt(2).
    expect(first!.step).toBe(200);
    expect(first!.mean).toBeCloseTo(0.08, 12);
    expect(first!.high - first!.mean).toBeCloseTo(0.02 * Math.SQRT2, 12);
    expect(first!.mean - first!.low).toBeCloseTo(0.02 * Math.SQRT2, 12);
  });

  test('are left out at steps that not every run has come to', () => {
    expect(errorBand([run(1, 0.5, 0.6).curve, run(2, 0.5).curve]).map(({ step }) => step)).toEqual([100]);
  });

  test('are drawn in a panel each, and not at all where there are none', () => {
    const drawn = errorCurvesFigure(comparison.candidates)!;
    expect(drawn.description).toBe('Test error of slow, quick, wild <one> against the step.');
    expect(drawn.panels.map(({ title }) => title)).toEqual(['slow', 'quick', 'wild <one>']);
    expect(errorCurvesFigure([])).toBeNull();
  });
});
