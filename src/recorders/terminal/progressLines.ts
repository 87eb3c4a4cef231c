import type { Point, Recorder } from '../../control/index.js';
import { progressText } from './progressText.js';
import { timeLeft } from './timeLeft.js';

const leastInterval = 5_000;

/** Plain progress lines for logs: the first point, then at most one line in five seconds, and the last point.
 * A value that a point leaves out stays as it was. */
export function progressLines(total: number, stream: NodeJS.WritableStream): Recorder {
  const left = timeLeft(total);
  const write = (point: Point, remaining: string): void => {
    stream.write(`step ${point.step}/${total}  ${progressText(point)}  ${remaining}\n`);
  };
  let known: Point | undefined;
  let lastWritten = -Infinity;
  let heldBack: (() => void) | undefined;
  return {
    record: (point) => {
      const remaining = left(point.step);
      const now = performance.now();
      const shown: Point = { ...known, ...point };
      known = shown;
      heldBack = () => write(shown, remaining);
      if (now - lastWritten < leastInterval) return;
      heldBack();
      heldBack = undefined;
      lastWritten = now;
    },
    close: () => {
      heldBack?.();
      heldBack = undefined;
    },
  };
}
