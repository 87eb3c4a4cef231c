import type { Point } from '../control/index.js';

/** A point with its time, in Unix seconds: that of being recorded, where it has none yet. */
export function timed(point: Point): Point {
  return 'time' in point ? point : { ...point, time: Date.now() / 1000 };
}
