/**
 * Round values that divide an axis into about `wanted` parts. On a log scale powers of ten, with their doubles and fives
 * where there are few of them, and evenly spaced ones within less than a power of ten.
 *
 * @param scale on a log scale both ends are greater than 0
 */
export function ticks(
  [from, to]: readonly [number, number],
  scale: 'linear' | 'log',
  wanted: number,
): number[] {
  if (!(to > from)) return [from];
  if (scale === 'linear' || to / from < 10) return linearTicks(from, to, wanted);
  const first = Math.floor(Math.log10(from));
  const last = Math.ceil(Math.log10(to));
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  // 10 ** -5 is not 1e-5 to the last bit.
  const dense = powers.flatMap((power) => [1, 2, 5].map((factor) => Number(`${factor}e${power}`)));
  const inside = dense.filter((value) => value >= from && value <= to);
  if (inside.length <= 1.5 * wanted) return inside;
  const stride = Math.ceil((last - first) / wanted);
  return powers
    .map((power) => Number(`1e${power}`))
    .filter((value) => value >= from && value <= to)
    .filter((_, i) => i % stride === 0);
}

function linearTicks(from: number, to: number, wanted: number): number[] {
  const rough = (to - from) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const digits = Math.max(0, Math.min(100, -Math.floor(Math.log10(step))));
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * step).toFixed(digits)));
}
