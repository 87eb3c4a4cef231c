import { expect, test } from 'vitest';
import {
  encodeEventRecord,
  readEvents,
  type TensorboardEvent,
} from '../../../src/recorders/tensorboard/index.js';
import { maskedCrc32c } from '../../../src/recorders/tensorboard/events/maskedCrc32c.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

// The check value of CRC-32C is e3069283 (RFC 3720, appendix B.4, and the catalogue of parametrised CRC algorithms);
// rotated by 15 bits and raised by a282ead8 it is c78ab0e5.
test('the checksum is the masked CRC-32C', () => {
  expect(maskedCrc32c(Buffer.from('123456789')).toString(16)).toBe('c78ab0e5');
});

// Bytes as written by TensorBoard 2.21's own RecordWriter from its own protobuf messages.
const golden: readonly [string, TensorboardEvent][] = [
  [
    '1800000000000000a37f4b2209000000000000f03f1a0d627261696e2e4576656e743a3286bf577a',
    { wallTime: 1, step: 0, content: { fileVersion: 'brain.Event:2' } },
  ],
  [
    '1700000000000000e7cef81e09000000000000f03f10072a0a0a080a0154150000003fffb2bce4',
    { wallTime: 1, step: 7, content: { values: [{ kind: 'scalar', tag: 'T', value: 0.5 }] } },
  ],
];

test.each(golden)('an event is the bytes %s', (bytes, event) => {
  expect(hex(encodeEventRecord(event))).toBe(bytes);
  expect(readEvents(Buffer.from(bytes, 'hex'))).toEqual({ events: [event], tornBytes: 0 });
});
