import type { Point } from '../../control/index.js';

/** A stretch of a run that bears one name, from its first step to the next one's first, or the run's last. */
export interface Phase {
  readonly phase: string;
  readonly from: number;
  readonly to: number;
}

/** The phases of a run in their order, by the points' `phase` field; none when no point has one. */
export function phasesOf(points: readonly Point[]): Phase[] {
  const named = points.filter(({ phase }) => typeof phase === 'string' && phase !== '');
  const begins = named.filter((point, i) => i === 0 || point.phase !== named[i - 1]!.phase);
  const end = points.at(-1)?.step ?? 0;
  return begins.map((begin, i) => ({
    phase: String(begin.phase),
    from: begin.step,
    to: begins[i + 1]?.step ?? end,
  }));
}
