/** A row of characters that shows how a value went. */
export interface Sparkline {
  readonly text: string;
  /** Whether heights go with the logarithm, as they do where the values span a factor of ten. */
  readonly isLogarithmic: boolean;
}

/**
 * Draws values from left to right, at most one character each; where there are more values than characters, each character
 * shows the mean of as many.
 *
 * @param levels characters from the lowest height to the greatest
 */
export function sparkline(values: readonly number[], width: number, levels: string): Sparkline {
  const means = meansOf(values, width);
  const [least, greatest] = [Math.min(...means), Math.max(...means)];
  const isLogarithmic = least > 0 && greatest / least >= 10;
  const scaled = (value: number): number => (isLogarithmic ? Math.log(value) : value);
  const [low, high] = [scaled(least), scaled(greatest)];
  const heights = [...levels];
  const text = means
    .map((value) => {
      const share = high > low ? (scaled(value) - low) / (high - low) : 0.5;
      return heights[Math.min(heights.length - 1, Math.floor(share * heights.length))];
    })
    .join('');
  return { text, isLogarithmic };
}

function meansOf(values: readonly number[], width: number): number[] {
  const count = Math.min(values.length, Math.max(0, width));
  return Array.from({ length: count }, (_, i) => {
    const part = values.slice(
      Math.floor((i * values.length) / count),
      Math.floor(((i + 1) * values.length) / count),
    );
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}
