import type { SteppedValue } from './valuesOf.js';

/** About as many as a picture has columns of pixels. */
const buckets = 500;

/**
 * At most 1,000 of many values: cut into 500 equal stretches, of each the least and the greatest, so that every spike
 * stays. A picture of them looks like one of all.
 */
export function thin(values: readonly SteppedValue[]): readonly SteppedValue[] {
  if (values.length <= 2 * buckets) return values;
  return Array.from({ length: buckets }, (_, bucket) => {
    const stretch = values.slice(
      Math.floor((bucket * values.length) / buckets),
      Math.floor(((bucket + 1) * values.length) / buckets),
    );
    const least = stretch.reduce((a, b) => (b.value < a.value ? b : a));
    const greatest = stretch.reduce((a, b) => (b.value > a.value ? b : a));
    return least === greatest ? [least] : [least, greatest].sort((a, b) => a.step - b.step);
  }).flat();
}
