import { positionsOf } from '../../pictures/positionsOf.js';
import type { View } from './view.js';

/** The stretch that is drawn: the chosen one, or all of every run that is shown. */
export function windowOf({ runs, choices }: View): readonly [number, number] {
  if (choices.window !== null) return choices.window;
  let from = Infinity;
  let to = -Infinity;
  for (const { table, isShown } of runs) {
    if (!isShown) continue;
    const positions = positionsOf(table, choices.against);
    const first = positions?.find((position) => !Number.isNaN(position));
    const last = positions?.findLast((position) => !Number.isNaN(position));
    if (first === undefined || last === undefined) continue;
    from = Math.min(from, first);
    to = Math.max(to, last);
  }
  if (from > to) return [0, 1];
  return from === to ? [from, from + 1] : [from, to];
}
