/**
 * The range an axis spans: the values' own, widened about its middle where they hardly differ, so that a constant is
 * drawn as a line through the middle and not as noise.
 */
export function domainOf(values: readonly number[], scale: 'linear' | 'log'): [number, number] {
  const least = values.reduce((a, b) => Math.min(a, b));
  const greatest = values.reduce((a, b) => Math.max(a, b));
  if (scale === 'log') {
    const middle = Math.sqrt(least * greatest);
    return [Math.min(least, middle / 1.3), Math.max(greatest, middle * 1.3)];
  }
  const margin = 0.05 * Math.max(Math.abs(least), Math.abs(greatest)) || 1;
  return greatest - least < margin ? [least - margin, greatest + margin] : [least, greatest];
}
