/** How a value went, in bounded memory. */
export interface BoundedSeries {
  add(value: number): void;
  /** The values in their order, each the mean of equally many, but for the last. */
  values(): readonly number[];
  clear(): void;
}

/** A series of at most `capacity` values, an even number: when it is full, every two become their mean. */
export function boundedSeries(capacity: number): BoundedSeries {
  let means: number[] = [];
  let each = 1;
  let begun = { sum: 0, count: 0 };
  return {
    add: (value) => {
      begun = { sum: begun.sum + value, count: begun.count + 1 };
      if (begun.count < each) return;
      means.push(begun.sum / each);
      begun = { sum: 0, count: 0 };
      if (means.length < capacity) return;
      means = Array.from({ length: capacity / 2 }, (_, i) => (means[2 * i]! + means[2 * i + 1]!) / 2);
      each *= 2;
    },
    values: () => (begun.count === 0 ? means : [...means, begun.sum / begun.count]),
    clear: () => {
      means = [];
      each = 1;
      begun = { sum: 0, count: 0 };
    },
  };
}
