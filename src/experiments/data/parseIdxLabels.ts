import { ThermoError } from '../../error.js';
import { readIdxSizes } from './readIdxSizes.js';

/**
 * Reads MNIST's label format: big-endian 32-bit magic 0x00000801 and count, then one byte a label.
 *
 * @param bytes the unzipped file
 * @param file its name, for messages
 * @returns the labels, each in 0..9
 * @throws ThermoError when the file is of another format, cut short, too long, or holds no label or one above 9
 */
export function parseIdxLabels(bytes: Uint8Array, file: string): Uint8Array {
  const { values } = readIdxSizes(bytes, file, { magic: 0x0000_0801, holds: 'labels' });
  if (values.length === 0)
    throw new ThermoError(`${file} holds no labels: put a file with labels in its place`);
  const wrong = values.findIndex((label) => label > 9);
  if (wrong >= 0) {
    throw new ThermoError(
      `${file} is damaged: label ${wrong} is ${values[wrong]}, not in 0..9: put an intact copy in its place`,
    );
  }
  return values;
}
