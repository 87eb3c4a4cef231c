import { z } from 'zod';

/** What status.json holds: whether the run goes on, and how it ended. */
export const runStatusSchema = z.strictObject({
  state: z.enum(['running', 'finished', 'interrupted', 'failed']),
  /** Why, for a run that was interrupted or failed; else null. */
  reason: z.string().nullable(),
  /** When it came into this state, ISO 8601. */
  since: z.iso.datetime(),
});

/** Whether a run goes on, and how it ended. */
export type RunStatus = z.infer<typeof runStatusSchema>;

/** How a run can end. */
export type RunEnd = Exclude<RunStatus['state'], 'running'>;
