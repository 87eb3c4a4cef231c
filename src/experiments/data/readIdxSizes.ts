import { ThermoError } from '../../error.js';

/** Reads the head of an IDX file and checks that exactly the bytes it promises follow. */
export function readIdxSizes(
  bytes: Uint8Array,
  file: string,
  expected: { readonly magic: number; readonly holds: string },
): { sizes: number[]; values: Uint8Array } {
  const { magic, holds } = expected;
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const dimensions = magic & 0xff;
  const headLength = 4 + 4 * dimensions;
  if (bytes.length >= 4 && head.getUint32(0) !== magic) {
    throw new ThermoError(
      `${file} is no IDX file of ${holds}: it begins with ${hex(head.getUint32(0))}, not ${hex(magic)}: put an intact copy in its place`,
    );
  }
  if (bytes.length < headLength) {
    throw new ThermoError(
      `${file} is cut short: it has ${bytes.length} bytes, its head alone ${headLength}: put an intact copy in its place`,
    );
  }
  const sizes = Array.from({ length: dimensions }, (_, i) => head.getUint32(4 + 4 * i));
  const promised = sizes.reduce((product, size) => product * size, 1);
  const present = bytes.length - headLength;
  if (present !== promised) {
    throw new ThermoError(
      `${file} ${present < promised ? 'is cut short' : 'is too long'}: its head promises ${sizes.join(' x ')} bytes of ${holds} (${promised}), ${present} follow: put an intact copy in its place`,
    );
  }
  return { sizes, values: bytes.subarray(headLength) };
}

function hex(magic: number): string {
  return `0x${magic.toString(16).padStart(8, '0')}`;
}
