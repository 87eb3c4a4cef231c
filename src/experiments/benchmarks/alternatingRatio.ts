import { pairedRatio, type PairedRatio, type PairedTimes } from './pairedRatio.js';

/** Two things to time: the baseline, and what is measured against it. */
export type TimedSteps = readonly [() => Promise<void>, () => Promise<void>];

/** Steps of both before the first pair. */
export const warmUps = 10;

/** The ratio of two kinds of steps, which take turns step by step; a pair is `pairSteps` of each. */
export async function alternatingRatio(
  both: TimedSteps,
  {
    pairs,
    pairSteps,
    onProgress,
  }: {
    readonly pairs: number;
    readonly pairSteps: number;
    /** Called after each pair with the share done. */
    readonly onProgress: (share: number) => void;
  },
): Promise<PairedRatio> {
  await alternatingTimes(both, warmUps);
  const times: PairedTimes[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    times.push(await alternatingTimes(both, pairSteps));
    onProgress((pair + 1) / pairs);
  }
  return pairedRatio(times);
}

/** Milliseconds a step of both, each as often first. */
async function alternatingTimes(both: TimedSteps, steps: number): Promise<PairedTimes> {
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
