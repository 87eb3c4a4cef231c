/**
 * A value that depends on the step alone: `schedule(0)` holds in the first step. Pure, so a resumed run sees the values it
 * would have seen, and defined for every step of at least 0, whole or not, also past its end.
 *
 * Schedules made by this package carry their `config` and so are saved with a model; a plain function works in training,
 * but saving it is refused.
 */
export interface Schedule {
  (step: number): number;
  readonly config?: ScheduleConfig;
}

/** What a schedule is rebuilt from: its name and its options, those left out filled in. Plain JSON. */
export interface ScheduleConfig {
  /** The name of the function that makes it. */
  readonly schedule: string;
  readonly [option: string]: ScheduleConfigValue;
}

/** What an option is saved as: schedules within a schedule as their configs. */
export type ScheduleConfigValue = number | string | ScheduleConfig | readonly (number | ScheduleConfig)[];

/** What every setting takes. */
export type NumberOrSchedule = number | Schedule;
