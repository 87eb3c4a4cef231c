import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  encodeEventRecord,
  readEvents,
  type SummaryValue,
  type TensorboardEvent,
} from '../../../src/recorders/tensorboard/index.js';

const parameters = { seed: 7, numRuns: 100 };

const anyText = fc.string({ unit: 'grapheme' });
const anyValue: fc.Arbitrary<SummaryValue> = fc.oneof(
  fc.record({ kind: fc.constant('scalar' as const), tag: anyText, value: fc.float() }),
  fc.record({
    kind: fc.constant('histogram' as const),
    tag: anyText,
    buckets: fc.array(fc.tuple(fc.double(), fc.double(), fc.double()), { minLength: 1, maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('plugin' as const),
    tag: anyText,
    plugin: anyText,
    content: fc.uint8Array({ minLength: 1, maxLength: 9 }),
  }),
);
const anyEvent: fc.Arbitrary<TensorboardEvent> = fc.record({
  wallTime: fc.double({ noNaN: true }),
  step: fc.maxSafeNat(),
  content: fc.oneof(
    fc.record({ fileVersion: anyText }),
    fc.record({ values: fc.array(anyValue, { maxLength: 4 }) }),
  ),
});
const anyEvents = fc.array(anyEvent, { minLength: 1, maxLength: 6 });
const fileOf = (events: readonly TensorboardEvent[]): Uint8Array =>
  Buffer.concat(events.map(encodeEventRecord));

describe('an event file', () => {
  test('gives back every event as it was', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        expect(readEvents(fileOf(events))).toEqual({ events, tornBytes: 0 });
      }),
      parameters,
    );
  });

  test('cut anywhere, reads up to its last whole record', () => {
    fc.assert(
      fc.property(anyEvents, fc.double({ min: 0, max: 1, noNaN: true }), (events, share) => {
        const file = fileOf(events);
        const cut = Math.floor(share * file.length);
        const ends = events.map((_, i) => fileOf(events.slice(0, i + 1)).length);
        const whole = ends.filter((end) => end <= cut).length;
        expect(readEvents(file.subarray(0, cut))).toEqual({
          events: events.slice(0, whole),
          tornBytes: cut - (ends[whole - 1] ?? 0),
        });
      }),
      parameters,
    );
  });

  test('with a wrong bit anywhere, reads up to the record before it', () => {
    fc.assert(
      fc.property(anyEvents, fc.maxSafeNat(), fc.integer({ min: 0, max: 7 }), (events, seed, bit) => {
        const file = fileOf(events);
        const at = seed % file.length;
        file[at]! ^= 1 << bit;
        const before = events.filter((_, i) => fileOf(events.slice(0, i + 1)).length <= at);
        expect(readEvents(file).events).toEqual(before);
      }),
      parameters,
    );
  });
});
