import { courseOf } from './course.js';
import type { Shown } from './shown.js';

/** The stretch that is drawn: the chosen one, or all of every run. */
export function windowOf({
  runs,
  against,
  zoom,
}: Pick<Shown, 'runs' | 'against' | 'zoom'>): readonly [number, number] {
  if (zoom !== null) return zoom;
  let from = Infinity;
  let to = -Infinity;
  for (const { columns } of runs) {
    const course = courseOf(columns, against);
    const last = course?.values.findLast((value) => !Number.isNaN(value));
    if (course === null || last === undefined) continue;
    const first = course.values.find((value) => !Number.isNaN(value))!;
    from = Math.min(from, first - course.origin);
    to = Math.max(to, last - course.origin);
  }
  if (from > to) return [0, 1];
  return from === to ? [from, from + 1] : [from, to];
}
