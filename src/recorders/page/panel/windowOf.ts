import { courseOf } from '../../pictures/course.js';
import type { View } from './view.js';

/** The stretch that is drawn: the chosen one, or all of every run that is shown. */
export function windowOf({ runs, choices }: View): readonly [number, number] {
  if (choices.window !== null) return choices.window;
  let from = Infinity;
  let to = -Infinity;
  for (const { table, isShown } of runs) {
    if (!isShown) continue;
    const course = courseOf(table, choices.against);
    const last = course?.values.findLast((value) => !Number.isNaN(value));
    if (course === null || last === undefined) continue;
    const first = course.values.find((value) => !Number.isNaN(value))!;
    from = Math.min(from, first - course.origin);
    to = Math.max(to, last - course.origin);
  }
  if (from > to) return [0, 1];
  return from === to ? [from, from + 1] : [from, to];
}
