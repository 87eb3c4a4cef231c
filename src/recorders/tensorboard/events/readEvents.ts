import { decodeEvent } from './decodeEvent.js';
import type { TensorboardEvent } from './event.js';
import { maskedCrc32c } from './maskedCrc32c.js';

/**
 * Reads the events of an event file up to its last whole record. Values of kinds that this package does not write are
 * left out. Runs in a browser too.
 *
 * @param bytes the file, which may be cut anywhere
 * @returns the events, and how many bytes follow the last whole record: those of one that is torn, or whose checksum is
 *   wrong, and all behind it
 */
export function readEvents(bytes: Uint8Array): { events: TensorboardEvent[]; tornBytes: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const matches = (from: number, to: number): boolean =>
    to + 4 <= bytes.length && maskedCrc32c(bytes.subarray(from, to)) === view.getUint32(to, true);

  const events: TensorboardEvent[] = [];
  let start = 0;
  while (matches(start, start + 8)) {
    const message = start + 12;
    const end = message + Number(view.getBigUint64(start, true));
    if (!matches(message, end)) break;
    events.push(decodeEvent(bytes.subarray(message, end)));
    start = end + 4;
  }
  return { events, tornBytes: bytes.length - start };
}
