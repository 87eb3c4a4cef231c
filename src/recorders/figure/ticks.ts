import { ticks as roundValues } from 'd3-array';

/**
 * Round values that divide an axis into about `wanted` parts. On a log scale powers of ten, with their doubles and fives
 * or triples where there are few of them, and evenly spaced ones within less than a power of ten.
 *
 * @param scale on a log scale both ends are greater than 0
 */
export function ticks(
  [from, to]: readonly [number, number],
  scale: 'linear' | 'log',
  wanted: number,
): number[] {
  if (!(to - from > 1e-300)) return [from];
  if (scale === 'linear' || to / from < 10) return roundValues(from, to, wanted);
  const first = Math.floor(Math.log10(from));
  const last = Math.ceil(Math.log10(to));
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  // 10 ** -5 is not 1e-5 to the last bit.
  for (const factors of [
    [1, 2, 5],
    [1, 3],
  ]) {
    const dense = powers.flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)));
    const inside = dense.filter((value) => value >= from && value <= to);
    if (inside.length <= 1.5 * wanted) return inside;
  }
  const inside = powers.filter((power) => Number(`1e${power}`) >= from && Number(`1e${power}`) <= to);
  const stride = Math.ceil(inside.length / wanted);
  return inside.filter((power) => power % stride === 0).map((power) => Number(`1e${power}`));
}
