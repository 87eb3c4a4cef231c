import type { Stretch } from '../figure/index.js';
import type { Columns } from './columns.js';
import { positionsOf } from './course.js';

/** The phases of a run by the `phase` of its points, each up to the next one's first point; every other one is shaded. */
export function phasesOf(columns: Columns, against: 'step' | 'time'): readonly Stretch[] {
  const positions = positionsOf(columns, against);
  const names = columns.texts('phase');
  if (positions === null || names === null) return [];
  const begins: { at: number; text: string }[] = [];
  positions.forEach((at, row) => {
    const text = names[row] ?? '';
    if (text !== '' && text !== begins.at(-1)?.text && !Number.isNaN(at)) begins.push({ at, text });
  });
  return begins.map(({ at, text }, i) => ({
    kind: 'stretch',
    from: at,
    to: begins[i + 1]?.at ?? positions.at(-1)!,
    text,
    isShaded: i % 2 === 1,
  }));
}
