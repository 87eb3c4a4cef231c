import { duration } from '../duration.js';

/**
 * Returns a function that says how long a run will still take, from the pace since the first step it was told:
 * "3 min 20 s left", or "time left unknown" until two steps are known. A resumed run counts from where it resumed.
 *
 * @param total the step at which the run ends
 */
export function timeLeft(total: number): (step: number) => string {
  let first: { readonly step: number; readonly time: number } | undefined;
  return (step) => {
    const time = performance.now();
    first ??= { step, time };
    if (step <= first.step) return 'time left unknown';
    const seconds = ((time - first.time) / 1000 / (step - first.step)) * Math.max(0, total - step);
    return `${duration(seconds)} left`;
  };
}
