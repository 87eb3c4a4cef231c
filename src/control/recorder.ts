/** One flat record of a run: what was measured at a step. Values are numbers, text, booleans or null (not measured). */
export type Point = { readonly step: number } & Readonly<Record<string, number | string | boolean | null>>;

/** Where measurements go. A recorder keeps what it was given readable at any moment, also when the process is killed. */
export interface Recorder {
  /** Takes one point; points come in the order of their steps. */
  record(point: Point): void | Promise<void>;
  /** Writes what is still held back and lets go of every resource. */
  close(): void | Promise<void>;
}
