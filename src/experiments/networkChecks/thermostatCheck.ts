import type { NetworkCheckOptions } from './networkCheck.js';
import { temperatureCourse, type TemperatureCourse } from './temperatureCourse.js';

/**
 * Whether the thermostat holds T on a real network while the noise drifts: one course of T a seed, each given as soon as it
 * is measured. `thermostatResults` judges them.
 */
export async function* thermostatCheck({
  seeds,
  onProgress,
  ...options
}: NetworkCheckOptions & {
  /** Steps of the epoch; by default what takes every image once. */
  readonly steps?: number;
}): AsyncGenerator<TemperatureCourse> {
  for (const [index, seed] of seeds.entries()) {
    yield await temperatureCourse({
      ...options,
      seed,
      onProgress: (share) => onProgress((index + share) / seeds.length),
    });
  }
}
