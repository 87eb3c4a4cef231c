import type { PixelStatistics } from './dataset.js';

/**
 * Mean and (population) standard deviation of each channel's pixels, from an exact count of the 256 values.
 *
 * @param images pixel values with the channel as the last, fastest index
 * @param channels number of channels, at least 1
 */
export function pixelStatistics(images: Uint8Array, channels: number): PixelStatistics {
  const counts = Array.from({ length: channels }, () => new Float64Array(256));
  counts.forEach((count, channel) => {
    for (let i = channel; i < images.length; i += channels) count[images[i]!]!++;
  });
  const total = images.length / channels;
  const mean = counts.map((count) => count.reduce((sum, n, value) => sum + n * value, 0) / total);
  const standardDeviation = counts.map((count, channel) =>
    Math.sqrt(count.reduce((sum, n, value) => sum + n * (value - mean[channel]!) ** 2, 0) / total),
  );
  return { mean, standardDeviation };
}
