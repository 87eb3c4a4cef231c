/** Does one thing again and again, but not too often. */
export interface Pace {
  /** Does it at once. */
  now(): void;
  /** Does it once, as soon as enough time has gone by since the last time. */
  soon(): void;
  close(): void;
}

/**
 * @param apart milliseconds from one time to the next
 * @param then what is done
 */
export function pace(apart: number, then: () => void): Pace {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = -Infinity;
  const close = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const now = (): void => {
    close();
    last = performance.now();
    then();
  };
  return {
    now,
    soon: () => {
      if (timer !== null) return;
      const left = last + apart - performance.now();
      if (left > 0) timer = setTimeout(now, left);
      else now();
    },
    close,
  };
}
