import type { Point, Recorder } from '../../src/control/index.js';

/** A recorder that keeps its points. */
export function keptPoints(): Recorder & { readonly points: Point[] } {
  const points: Point[] = [];
  return { points, record: (point) => void points.push(point), close: () => {} };
}
