import { pairedRatio, type PairedRatio, type PairedTimes } from './pairedRatio.js';

/** Two things to time: the baseline, and what is measured against it. */
export type TimedSteps = readonly [() => Promise<void>, () => Promise<void>];

/** Steps of both before the first pair. */
export const warmUps = 10;

/** The ratio of two kinds of steps, which take turns; a pair is `pairSteps` of each. */
export async function alternatingRatio(
  both: TimedSteps,
  {
    pairs,
    pairSteps,
    turnSteps = 1,
    onProgress,
  }: {
    readonly pairs: number;
    readonly pairSteps: number;
    /** Steps of a turn, of which a pair holds a whole number; more than one where a step works on after it has returned. */
    readonly turnSteps?: number;
    /** Called after each pair with the share done. */
    readonly onProgress: (share: number) => void;
  },
): Promise<PairedRatio> {
  await alternatingTimes(both, warmUps, 1);
  const times: PairedTimes[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    times.push(await alternatingTimes(both, pairSteps, turnSteps));
    onProgress((pair + 1) / pairs);
  }
  return pairedRatio(times);
}

/** Milliseconds a step of both, each as often first. */
async function alternatingTimes(both: TimedSteps, steps: number, turnSteps: number): Promise<PairedTimes> {
  const spent: [number, number] = [0, 0];
  for (let turn = 0; turn < steps / turnSteps; turn += 1) {
    for (const which of turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const start = performance.now();
      for (let step = 0; step < turnSteps; step += 1) await both[which]();
      spent[which] += performance.now() - start;
    }
  }
  return [spent[0] / steps, spent[1] / steps];
}
