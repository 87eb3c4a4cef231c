import { z } from 'zod';

/** What summary.json holds: the results of a run that ended, named by what they are, such as `testAccuracy`. */
export const runSummarySchema = z.record(z.string(), z.json());

/** The results of a run. `testAccuracy`, `durationSeconds` and `steps` have their own places in the report. */
export type RunSummary = z.infer<typeof runSummarySchema>;
