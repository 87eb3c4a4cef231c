import type { Point, Recorder } from '../control/index.js';

/** A recorder that keeps its points at hand, in the order they came. */
export interface MemoryRecorder extends Recorder {
  readonly points: readonly Point[];
}

/** Keeps points in memory: for notebooks, tests and pictures in a page. Closing it keeps them. */
export function memoryRecorder(): MemoryRecorder {
  const points: Point[] = [];
  return { points, record: (point) => void points.push({ ...point }), close: () => {} };
}
