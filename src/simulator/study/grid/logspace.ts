/** `points` numbers from `from` to `to`, at least 2, each the same multiple of the one before. */
export function logspace(from: number, to: number, points: number): number[] {
  return Array.from({ length: points }, (_, i) => from * (to / from) ** (i / (points - 1)));
}
