import { z } from 'zod';

/** What config.json holds: how a run was started, written once before its first step. */
export const runConfigSchema = z.strictObject({
  /** Version of this layout. */
  format: z.literal(1),
  /** What the run is, such as "train". */
  name: z.string().min(1),
  /** Version of the package that began it. */
  version: z.string(),
  /** The tfjs backend it runs on. */
  backend: z.string(),
  /** When it began, ISO 8601. */
  createdAt: z.iso.datetime(),
  /** The columns of points.csv, `step` among them. */
  columns: z.array(z.string()).refine((columns) => columns.includes('step'), { error: 'step is missing' }),
  /** Every setting with its value, defaults included; what the experiment reads back when it resumes. */
  settings: z.record(z.string(), z.json()),
});

/** How a run was started. */
export type RunConfig = z.infer<typeof runConfigSchema>;
