/**
 * Runs `compute` with `Math.random` replaced by a seeded stream, so that dropout and noise layers draw the same masks in
 * every call with the same seed. tfjs seeds its unseeded draws from `Math.random`. Only for synchronous work: the
 * global is back in place when the call returns or throws.
 */
export function withCommonRandomNumbers<T>(seed: number, compute: () => T): T {
  const random = Math.random;
  let state = seed >>> 0;
  // Mulberry32 (T. Ettinger), one 32-bit state.
  Math.random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  try {
    return compute();
  } finally {
    Math.random = random;
  }
}
