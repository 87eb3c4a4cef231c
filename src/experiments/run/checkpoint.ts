import { z } from 'zod';

/** The state of a run at a step, as it was saved. */
export interface Checkpoint {
  readonly step: number;
  /** Names of its files. */
  readonly files: readonly string[];
  /** Steps of later checkpoints that were passed over because they are damaged; none unless the disk failed. */
  readonly passedOver: readonly number[];
  /** Reads one of them. */
  read(name: string): Uint8Array;
}

/** The name of the file that lists a checkpoint's other files. */
export const manifestName = 'manifest.json';

/** What the manifest of a checkpoint holds: its files with their sizes in bytes and SHA-256. */
export const manifestSchema = z.strictObject({
  step: z.int().nonnegative(),
  files: z.record(z.string(), z.strictObject({ bytes: z.int().nonnegative(), sha256: z.string() })),
});

/** The list of a checkpoint's files. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The name of the folder of a step's checkpoint. */
export function checkpointName(step: number): string {
  return `step-${step}`;
}

/** The step of a checkpoint's folder; undefined for any other name, such as that of a half written one. */
export function stepOfCheckpointName(name: string): number | undefined {
  const digits = /^step-(\d+)$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
