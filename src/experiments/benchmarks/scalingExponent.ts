import { linearRegression } from 'simple-statistics';

/** A size and the time it took. */
export type SizedTime = readonly [size: number, milliseconds: number];

/** The exponent b of time = a size^b, by least squares on the logarithms: 1 where time is linear in the size. */
export function scalingExponent(times: readonly SizedTime[]): number {
  return linearRegression(times.map(([size, time]) => [Math.log(size), Math.log(time)])).m;
}
