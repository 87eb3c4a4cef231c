/** One record of an event file, as in TensorFlow's event.proto. */
export interface TensorboardEvent {
  /** Seconds since 1970. */
  readonly wallTime: number;
  /** The step it belongs to, at least 0. */
  readonly step: number;
  /** What it says: the version of the format, which opens a file, or values. */
  readonly content: { readonly fileVersion: string } | { readonly values: readonly SummaryValue[] };
}

/** A value under its tag, as in TensorFlow's summary.proto. */
export type SummaryValue =
  /** One number, kept in single precision. */
  | { readonly kind: 'scalar'; readonly tag: string; readonly value: number }
  /** Counts in buckets, kept in double precision. */
  | { readonly kind: 'histogram'; readonly tag: string; readonly buckets: readonly Bucket[] }
  /** What a plugin of TensorBoard keeps beside the numbers: its name and a message that it understands. */
  | {
      readonly kind: 'plugin';
      readonly tag: string;
      readonly plugin: string;
      readonly content: Uint8Array;
    };

/** The left edge, the right edge and the count of one bucket of a histogram; the last bucket holds its right edge. */
export type Bucket = readonly [left: number, right: number, count: number];

/** The version of the format that every event file begins with. */
export const fileVersion = 'brain.Event:2';
