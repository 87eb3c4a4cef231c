import type { PairedTimes } from './pairedRatio.js';

/** Two things to time: the baseline, and what is measured against it. */
export type TimedSteps = readonly [() => Promise<void>, () => Promise<void>];

/** Milliseconds a step of both, which take turns step by step, each as often first. */
export async function alternatingTimes(both: TimedSteps, steps: number): Promise<PairedTimes> {
  const spent: [number, number] = [0, 0];
  for (let step = 0; step < steps; step += 1) {
    for (const which of step % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const start = performance.now();
      await both[which]();
      spent[which] += performance.now() - start;
    }
  }
  return [spent[0] / steps, spent[1] / steps];
}
