/** Beyond these the arithmetic of scales and ticks would leave the doubles. */
const [tiniest, hugest] = [1e-300, 1e300];

/** Whether a value has a place on a scale. */
export function hasPlace(value: number, scale: 'linear' | 'log'): boolean {
  return Math.abs(value) <= hugest && (scale === 'linear' || value >= tiniest);
}

/** What an axis spans: the values with a margin, and a line of equal values in its middle. Values without a place are passed over. */
export function rangeOf(values: Iterable<number | null>, scale: 'linear' | 'log'): [number, number] {
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of values) {
    if (value === null || !hasPlace(value, scale)) continue;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (least > greatest) return scale === 'log' ? [0.1, 1] : [0, 1];
  if (scale === 'log') {
    const margin = Math.max((greatest / least) ** 0.05, least === greatest ? 1.3 : 1.01);
    return [Math.max(least / margin, tiniest), Math.min(greatest * margin, hugest)];
  }
  const margin = 0.05 * (greatest - least) || 0.05 * Math.abs(greatest) || 1;
  return [least - margin, greatest + margin];
}
