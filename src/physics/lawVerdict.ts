/**
 * Whether a measurement bears a law out: `within` the tolerance; `outside` by more than two standard errors; or `undecided`,
 * outside by less, so that a longer measurement is needed to tell.
 */
export type LawVerdict = 'within' | 'outside' | 'undecided';

/** The verdict on a measured value; all four in the law's unit. */
export function lawVerdict({
  value,
  standardError,
  theory,
  tolerance,
}: {
  readonly value: number;
  /** Of `value`; 0 where nothing was drawn. */
  readonly standardError: number;
  readonly theory: number;
  /** How far from theory it may be. */
  readonly tolerance: number;
}): LawVerdict {
  const excess = Math.abs(value - theory) - tolerance;
  if (excess <= 0) return 'within';
  return excess > 2 * standardError ? 'outside' : 'undecided';
}
