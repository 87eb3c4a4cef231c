/** How many of the boundaries, which are in rising order, a step is at or past. */
export function boundariesPassed(boundaries: readonly number[], step: number): number {
  const next = boundaries.findIndex((boundary) => step < boundary);
  return next < 0 ? boundaries.length : next;
}
