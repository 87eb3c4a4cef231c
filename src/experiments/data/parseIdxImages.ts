import { ThermoError } from '../../error.js';
import { readIdxSizes } from './readIdxSizes.js';

/** What an IDX file of images holds. */
export interface IdxImages {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  /** Grey values in 0..255, image after image, row after row. */
  readonly pixels: Uint8Array;
}

/**
 * Reads MNIST's image format: big-endian 32-bit magic 0x00000803, count, height and width, then one byte a pixel.
 *
 * @param bytes the unzipped file
 * @param file its name, for messages
 * @throws ThermoError when the file is of another format, cut short, too long, or holds no image
 */
export function parseIdxImages(bytes: Uint8Array, file: string): IdxImages {
  const { sizes, values } = readIdxSizes(bytes, file, { magic: 0x0000_0803, holds: 'images' });
  const [count, height, width] = sizes as [number, number, number];
  if (count * height * width === 0) {
    throw new ThermoError(
      `${file} holds ${count} images of ${width}x${height} pixels: put a file with images in its place`,
    );
  }
  return { count, width, height, pixels: values };
}
