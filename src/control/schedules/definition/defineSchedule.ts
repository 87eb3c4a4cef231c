import { requireNonNegative } from '../../../error.js';
import type { Schedule, ScheduleConfigValue } from '../schedule.js';

/** An option as it is passed on to be saved; one that is undefined is left out. */
type Option = number | string | undefined | Schedule | readonly (number | Schedule)[];

/**
 * Makes a schedule of a formula that has been given what it needs: refuses steps that are none, and saves the options.
 * Where a schedule within it is a plain function, it carries no config either.
 *
 * @param name the name of the function that makes it, by which it is rebuilt.
 * @param options the options to rebuild it with.
 * @param at the value at a step of at least 0.
 */
export function defineSchedule(
  name: string,
  options: Readonly<Record<string, Option>>,
  at: (step: number) => number,
): Schedule {
  const schedule = (step: number): number => at(requireNonNegative('step', step));
  const saved: Record<string, ScheduleConfigValue> = {};
  for (const [key, option] of Object.entries(options)) {
    if (option === undefined) continue;
    const value = savedOption(option);
    if (value === null) return schedule;
    saved[key] = value;
  }
  return Object.assign(schedule, { config: { schedule: name, ...saved } });
}

/** The JSON of an option; null for a plain function, which has none. */
function savedOption(option: NonNullable<Option>): ScheduleConfigValue | null {
  if (typeof option === 'function') return option.config ?? null;
  if (typeof option !== 'object') return option;
  const items = option.map((item) => (typeof item === 'function' ? (item.config ?? null) : item));
  return items.includes(null) ? null : items.filter((item) => item !== null);
}
