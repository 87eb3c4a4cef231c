import CRC32C from 'crc-32/crc32c.js';

/**
 * The masked CRC-32C that guards the records of an event file: ((c >>> 15) | (c << 17)) + 0xa282ead8 of the checksum c.
 * The mask keeps a checksum apart from that of bytes which hold checksums themselves.
 *
 * @param bytes what is guarded
 * @returns an unsigned number of 32 bits
 * @see TensorFlow's tsl/lib/hash/crc32c.h
 */
export function maskedCrc32c(bytes: Uint8Array): number {
  const crc = CRC32C.buf(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
