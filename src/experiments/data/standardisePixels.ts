import type { Dataset } from './dataset.js';

/**
 * Returns a function that writes image number `index` of `images` into `target` from `offset` on, each pixel as
 * (x - mean) / standardDeviation of its channel. The 256 possible results of each channel are worked out once, which
 * keeps a set at one byte a pixel and costs no more than copying floats.
 */
export function standardisePixels(
  dataset: Dataset,
): (images: Uint8Array, index: number, target: Float32Array, offset: number) => void {
  const { width, height, channels } = dataset.images;
  const size = width * height * channels;
  const { mean, standardDeviation } = dataset.pixelStatistics;
  const standardised = mean.map((m, channel) =>
    Float32Array.from({ length: 256 }, (_, value) => (value - m) / standardDeviation[channel]!),
  );
  return (images, index, target, offset) => {
    const start = index * size;
    for (let channel = 0; channel < channels; channel++) {
      const values = standardised[channel]!;
      for (let i = channel; i < size; i += channels) target[offset + i] = values[images[start + i]!]!;
    }
  };
}
