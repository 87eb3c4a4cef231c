import { ThermoError } from '../../error.js';
import type { LabelledImages } from './dataset.js';

const pixelCount = 32 * 32;
const recordLength = 1 + 3 * pixelCount;

/**
 * Reads CIFAR-10's binary format: records of one label byte and 3,072 pixel bytes (1,024 red, then green, then blue).
 *
 * @param bytes the unzipped file
 * @param file its name, for messages
 * @returns the labels and the images as [32, 32, 3], the three colours of a pixel side by side
 * @throws ThermoError when the file is empty, is no whole number of records, or holds a label above 9
 */
export function parseCifar10(bytes: Uint8Array, file: string): LabelledImages {
  const count = Math.floor(bytes.length / recordLength);
  if (count * recordLength !== bytes.length || count === 0) {
    throw new ThermoError(
      `${file} is cut short: ${bytes.length} bytes are no whole number of CIFAR-10's records of ${recordLength} bytes: put an intact copy in its place`,
    );
  }
  const labels = new Uint8Array(count);
  const images = new Uint8Array(count * 3 * pixelCount);
  for (let i = 0; i < count; i++) {
    const start = i * recordLength;
    const label = bytes[start]!;
    if (label > 9) {
      throw new ThermoError(
        `${file} is damaged: label ${i} is ${label}, not in 0..9: put an intact copy in its place`,
      );
    }
    labels[i] = label;
    for (let channel = 0; channel < 3; channel++) {
      const plane = start + 1 + channel * pixelCount;
      const target = i * 3 * pixelCount + channel;
      for (let pixel = 0; pixel < pixelCount; pixel++) images[target + 3 * pixel] = bytes[plane + pixel]!;
    }
  }
  return { images, labels };
}
