/** The newest rows of numbers of one chain, in a ring. */
export interface NewestRows {
  /** Takes the row that begins at `from`. */
  push(numbers: Float32Array, from: number): void;
  /** The rows that are kept, in no order; a view, valid until the next push. */
  rows(): Float32Array;
}

/** A ring of at most `kept` rows of `length` numbers. */
export function newestRows(kept: number, length: number): NewestRows {
  const ring = new Float32Array(kept * length);
  let pushed = 0;
  return {
    push(numbers, from) {
      const at = (pushed % kept) * length;
      for (let i = 0; i < length; i++) ring[at + i] = numbers[from + i]!;
      pushed += 1;
    },
    rows: () => ring.subarray(0, Math.min(pushed, kept) * length),
  };
}
