import { SingleBar } from 'cli-progress';
import type { Point, Recorder } from '../recorder.js';
import { progressText } from './progressText.js';
import { timeLeft } from './timeLeft.js';

/** A progress bar drawn in place, begun with the first point. */
export function progressBar(total: number, stream: NodeJS.WritableStream): Recorder {
  const left = timeLeft(total);
  const bar = new SingleBar({
    format: '{bar} {value}/{total}  {measured}  {left}',
    barsize: 12,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    stream,
    linewrap: true,
    hideCursor: null,
    // Ending on Ctrl-C is the caller's: a listener here would keep the process from ending at all.
    gracefulExit: false,
  });
  let begun = false;
  return {
    record: (point: Point) => {
      const payload = { measured: progressText(point), left: left(point.step) };
      if (begun) bar.update(point.step, payload);
      else bar.start(total, point.step, payload);
      begun = true;
    },
    close: () => bar.stop(),
  };
}
