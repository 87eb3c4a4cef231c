import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Observation } from '../../src/control/index.js';
import { wholeHistory } from '../../src/control/stages/wholeHistory.js';

const control = { protocol: 'fixedLearningRate', learningRate: 0.1, weightDecay: 0.01, momentum: 0 } as const;
const value = fc.double({ min: 0.1, max: 10, noNaN: true });
/** What a reading shows, but for its step. */
const reading = fc.record({
  window: fc.constant(20),
  squaredRadius: value,
  secondMoment: value,
  effectiveLearningRate: value,
  pressure: value,
  loss: fc.option(value),
});

const histories = fc.array(reading, { minLength: 32, maxLength: 700, size: 'max' }).map((readings) => {
  let step = 300;
  return readings.map((shown): Observation => {
    step += shown.window;
    const rest = { dimension: 9, radius: 1, noise: null, angle: null, stepCorrelation: null, guarded: 0 };
    return { ...rest, ...shown, step, control };
  });
});
const keep = (history: readonly Observation[]) =>
  history.reduce<readonly Observation[]>((kept, newest) => wholeHistory(kept, newest), []);
const sum = (history: readonly Observation[], of: (observation: Observation) => number): number =>
  history.reduce((total, observation) => total + observation.window * of(observation), 0);

test('a history kept in blocks has at most 64 of them, one after the other, with the sums of all its readings', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const kept = keep(history);
      expect(kept.length).toBeLessThanOrEqual(64);
      expect(kept.at(-1)!.step).toBe(history.at(-1)!.step);
      kept.forEach(({ step, window }, i) => expect(step - window).toBe(kept[i - 1]?.step ?? 300));
      const sums = [
        () => 1,
        ({ squaredRadius }: Observation) => squaredRadius,
        ({ pressure }: Observation) => pressure,
        ({ effectiveLearningRate, secondMoment }: Observation) => effectiveLearningRate * secondMoment,
      ];
      for (const of of sums) expect(sum(kept, of) / sum(history, of)).toBeCloseTo(1, 9);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('no block is longer than a thirty-second of the history, from 32 readings on', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const longest = Math.max(...keep(history).map(({ window }) => window));
      expect(longest).toBeLessThanOrEqual((20 * history.length) / 32);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('a loss that one reading does not know is not known of its block, and known of all others', () => {
  const history = Array.from({ length: 65 }, (_, i): Observation => ({
    step: i + 1,
    window: 1,
    dimension: 9,
    radius: 1,
    squaredRadius: 1,
    loss: i === 4 ? null : i,
    secondMoment: 1,
    effectiveLearningRate: 1,
    pressure: 1,
    noise: null,
    angle: null,
    stepCorrelation: null,
    guarded: 0,
    control,
  }));
  expect(
    keep(history)
      .slice(0, 4)
      .map(({ loss }) => loss),
  ).toEqual([0.5, 2.5, null, 6.5]);
});
