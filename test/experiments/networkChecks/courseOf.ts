import type { TemperatureCourse } from '../../../src/experiments/index.js';

/** A course of ten windows whose T over the set point is as given, each with the same standard error. */
export function courseOf(
  temperatures: Readonly<Record<'openLoop' | 'regulated', (window: number) => number>>,
  standardError: number,
  seed = 1,
): TemperatureCourse {
  const windows = (of: (window: number) => number) =>
    Array.from({ length: 10 }, (_, window) => ({
      temperature: { value: of(window), standardError },
      effectiveLearningRate: 0.004 / (seed + window),
    }));
  return {
    seed,
    steps: 100,
    setPoint: 2e-5,
    openLoop: windows(temperatures.openLoop),
    regulated: windows(temperatures.regulated),
  };
}
