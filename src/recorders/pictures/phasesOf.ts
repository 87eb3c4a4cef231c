import type { Stretch } from '../figure/index.js';
import { courseOf } from './course.js';
import type { RowTaker } from './gather.js';
import type { DrawnRun } from './shown.js';

/** The phases of a run by the `phase` of its points, each up to the next one's first point; every other one is shaded. */
export function phasesOf({ gather }: DrawnRun, against: 'step' | 'time'): readonly Stretch[] {
  const { begins, last } = gather('phases', against, () => beginsOf(against));
  return begins.map(({ at, text }, i) => ({
    kind: 'stretch',
    from: at,
    to: begins[i + 1]?.at ?? last(),
    text,
    isShaded: i % 2 === 1,
  }));
}

interface Begins extends RowTaker {
  readonly begins: readonly { readonly at: number; readonly text: string }[];
  /** Where the newest point stands. */
  last(): number;
}

function beginsOf(against: 'step' | 'time'): Begins {
  const begins: { at: number; text: string }[] = [];
  let newest = NaN;
  return {
    begins,
    last: () => newest,
    take(columns, from, to) {
      const course = courseOf(columns, against);
      const names = columns.texts('phase');
      if (course === null) return;
      for (let row = from; row < to; row += 1) {
        const at = course.values[row]! - course.origin;
        if (Number.isNaN(at)) continue;
        newest = at;
        const text = names?.[row] ?? '';
        if (text !== '' && text !== begins.at(-1)?.text) begins.push({ at, text });
      }
    },
  };
}
