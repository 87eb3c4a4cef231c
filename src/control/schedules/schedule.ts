/**
 * A value that depends on the step alone: `schedule(0)` holds in the first step. Pure, so a resumed run sees the values it
 * would have seen.
 *
 * Schedules made by this package carry their `config` and so are saved with a model; a plain function works in training,
 * but saving it is refused.
 */
export interface Schedule {
  (step: number): number;
  readonly config?: ScheduleConfig;
}

/** What a schedule is rebuilt from: its name and its numbers. Plain JSON. */
export type ScheduleConfig = { readonly schedule: string } & Readonly<Record<string, number | string>>;

/** What every setting takes. */
export type NumberOrSchedule = number | Schedule;
