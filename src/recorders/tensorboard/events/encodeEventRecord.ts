import { encodeEvent } from './encodeEvent.js';
import type { TensorboardEvent } from './event.js';
import { maskedCrc32c } from './maskedCrc32c.js';

/**
 * An event as the bytes of one record of an event file: its length in 64 bits, the masked CRC-32C of that, the event as
 * a protobuf message, the masked CRC-32C of that; numbers are little-endian. Runs in a browser too.
 *
 * @see TensorFlow's "TFRecord and tf.train.Example", the TFRecords format
 */
export function encodeEventRecord(event: TensorboardEvent): Uint8Array {
  const message = encodeEvent(event);
  const record = new Uint8Array(12 + message.length + 4);
  const view = new DataView(record.buffer);
  view.setBigUint64(0, BigInt(message.length), true);
  view.setUint32(8, maskedCrc32c(record.subarray(0, 8)), true);
  record.set(message, 12);
  view.setUint32(12 + message.length, maskedCrc32c(message), true);
  return record;
}
