import { SingleBar } from 'cli-progress';
import type { Point, Recorder } from '../../control/index.js';
import { progressText } from './progressText.js';
import { timeLeft } from './timeLeft.js';

/** A progress bar drawn in place, begun with the first point. A value that a point leaves out stays as it was. */
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
  let known: Point | undefined;
  return {
    record: (point) => {
      const begun = known !== undefined;
      known = { ...known, ...point };
      const payload = { measured: progressText(known), left: left(point.step) };
      if (begun) bar.update(point.step, payload);
      else bar.start(total, point.step, payload);
    },
    close: () => bar.stop(),
  };
}
