/** The way from one value to the next: even, or half a wave of a cosine, slow at both ends. */
export type Interpolation = 'linear' | 'cosine';

/** The interpolations there are. */
export const interpolations = ['linear', 'cosine'] as const;

/** The value at a fraction in [0, 1] of the way from one value to another. */
export function between(from: number, to: number, fraction: number, interpolation: Interpolation): number {
  const way = interpolation === 'linear' ? fraction : (1 - Math.cos(Math.PI * fraction)) / 2;
  return from + (to - from) * way;
}
