import { isDrawable } from '../recorders/terminal/isDrawable.js';
import { openLiveBlock, type LiveBlock } from '../recorders/terminal/liveRegion.js';

const firstAfter = 2_000;
const leastInterval = { terminal: 200, log: 5_000 };

/** Shows which share of a job is done, once it has taken over two seconds; drawn in place on a terminal, else as lines. */
export interface ShareProgress {
  /** Takes the share that is done, in (0, 1]. */
  readonly show: (share: number) => void;
  /** Clears what was drawn in place. */
  readonly clear: () => void;
}

/** The progress of a job that has no steps to count. */
export function shareProgress(name: string, stream: NodeJS.WriteStream = process.stderr): ShareProgress {
  const begun = performance.now();
  const interval = isDrawable(stream) ? leastInterval.terminal : leastInterval.log;
  let lastShown = -Infinity;
  let text = '';
  let block: LiveBlock | undefined;
  return {
    show(share) {
      const now = performance.now();
      if (now - begun < firstAfter || now - lastShown < interval) return;
      lastShown = now;
      const left = Math.ceil(((now - begun) * (1 - share)) / share / 1000);
      text = `${name}: ${Math.floor(100 * share)} %, ${left} s left`;
      if (!isDrawable(stream)) {
        stream.write(`${text}\n`);
        return;
      }
      block ??= openLiveBlock(stream, { rows: () => [text], lastLine: () => null });
      block.refresh();
    },
    clear: () => block?.close(),
  };
}
