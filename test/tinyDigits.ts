import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes MNIST's four files, unzipped, with a few 12 x 12 images of bars whose place tells the class. */
export function writeTinyDigits(folder: string, counts = { train: 200, test: 50 }): string {
  mkdirSync(folder, { recursive: true });
  for (const [part, prefix] of [
    ['train', 'train'],
    ['test', 't10k'],
  ] as const) {
    const count = counts[part];
    writeFileSync(
      join(folder, `${prefix}-images-idx3-ubyte`),
      idx([count, size, size], (image, pixel) => {
        const row = Math.floor(pixel / size);
        const speckle = (image * 7919 + pixel * 104_729) % 97;
        return row === image % 10 ? 255 - speckle : speckle;
      }),
    );
    writeFileSync(
      join(folder, `${prefix}-labels-idx1-ubyte`),
      idx([count], (image) => image % 10),
    );
  }
  return folder;
}

const size = 12;

function idx(shape: readonly number[], value: (item: number, offset: number) => number): Uint8Array {
  const [items, ...rest] = shape as [number, ...number[]];
  const perItem = rest.reduce((product, length) => product * length, 1);
  const bytes = new Uint8Array(4 + 4 * shape.length + items * perItem);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x0800 + shape.length);
  shape.forEach((length, i) => view.setUint32(4 + 4 * i, length));
  const start = 4 + 4 * shape.length;
  for (let item = 0; item < items; item += 1) {
    for (let offset = 0; offset < perItem; offset += 1)
      bytes[start + item * perItem + offset] = value(item, offset);
  }
  return bytes;
}
