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
  const interval = stream.isTTY ? leastInterval.terminal : leastInterval.log;
  let lastShown = -Infinity;
  return {
    show(share) {
      const now = performance.now();
      if (now - begun < firstAfter || now - lastShown < interval) return;
      lastShown = now;
      const left = Math.ceil(((now - begun) * (1 - share)) / share / 1000);
      const text = `${name}: ${Math.floor(100 * share)} %, ${left} s left`;
      stream.write(stream.isTTY ? `\r${text.padEnd(40)}` : `${text}\n`);
    },
    clear() {
      if (stream.isTTY && lastShown > -Infinity) stream.write(`\r${' '.repeat(40)}\r`);
    },
  };
}
