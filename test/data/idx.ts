/** A big-endian IDX file: magic, sizes, then the values. */
export function idx(magic: number, sizes: readonly number[], values: ArrayLike<number>): Uint8Array {
  const head = new DataView(new ArrayBuffer(4 + 4 * sizes.length));
  [magic, ...sizes].forEach((word, i) => head.setUint32(4 * i, word));
  return Buffer.concat([Buffer.from(head.buffer), Uint8Array.from(values)]);
}
