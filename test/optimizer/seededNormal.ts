/** Standard normal numbers by Box and Muller's transform of a 32-bit linear congruential generator, rounded to float32. */
export function seededNormal(seed: number): (count: number) => number[] {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return (count) =>
    Array.from({ length: count }, () =>
      Math.fround(Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())),
    );
}
