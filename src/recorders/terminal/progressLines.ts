import type { Point, Recorder } from '../../control/index.js';
import { progressLine } from './progressLine.js';
import { timeLeft } from './timeLeft.js';

const leastInterval = 5_000;

/** Plain progress lines for logs: the first point, then at most one line in five seconds, and the last point.
 * A value that a point leaves out stays as it was. */
export function progressLines(total: number, stream: NodeJS.WritableStream): Recorder {
  const left = timeLeft(total);
  let known: Point | undefined;
  let lastWritten = -Infinity;
  let heldBack: string | undefined;
  const writeHeldBack = (): void => {
    if (heldBack !== undefined) stream.write(`${heldBack}\n`);
    heldBack = undefined;
  };
  return {
    record: (point) => {
      known = { ...known, ...point };
      heldBack = progressLine(known, total, left(point.step));
      const now = performance.now();
      if (now - lastWritten < leastInterval) return;
      writeHeldBack();
      lastWritten = now;
    },
    close: writeHeldBack,
  };
}
