import type { Axis } from './figure.js';

/** An axis whose ends are known. */
export type FittedAxis = Axis & { readonly domain: readonly [number, number] };

/** Where values of an axis stand, from the pixel where it begins to that where it ends. */
export function scaleOf(
  { scale, domain }: FittedAxis,
  start: number,
  end: number,
): (value: number) => number {
  const map = scale === 'log' ? Math.log : (value: number): number => value;
  const from = map(domain[0]);
  const span = map(domain[1]) - from || 1;
  return (value) => start + ((map(value) - from) / span) * (end - start);
}

/** The value at a pixel, which may lie outside of the axis: the inverse of `scaleOf`. */
export function valueAt(
  { scale, domain: [from, to] }: FittedAxis,
  start: number,
  end: number,
): (pixel: number) => number {
  const share = (pixel: number): number => (pixel - start) / (end - start);
  return scale === 'log'
    ? (pixel) => from * (to / from) ** share(pixel)
    : (pixel) => from + (to - from) * share(pixel);
}
