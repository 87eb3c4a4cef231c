import type { Point, Recorder } from '../recorder.js';
import { progressText } from './progressText.js';
import { timeLeft } from './timeLeft.js';

const leastInterval = 5_000;

/** Plain progress lines for logs: the first point, then at most one line in five seconds, and the last point. */
export function progressLines(total: number, stream: NodeJS.WritableStream): Recorder {
  const left = timeLeft(total);
  const write = (point: Point, remaining: string): void => {
    stream.write(`step ${point.step}/${total}  ${progressText(point)}  ${remaining}\n`);
  };
  let lastWritten = -Infinity;
  let heldBack: (() => void) | undefined;
  return {
    record: (point) => {
      const remaining = left(point.step);
      const now = performance.now();
      heldBack = () => write(point, remaining);
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
