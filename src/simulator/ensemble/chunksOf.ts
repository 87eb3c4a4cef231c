import type { Conditions } from '../chains/conditions.js';

/** Component-steps in a chunk: some hundredths of a second of one core in the SIMD kernel. */
const chunkWork = 1e7;
/** At least what is worth sending to a worker, and at most what keeps the table of conditions small. */
const [leastSteps, mostSteps] = [64, 10_000];

/**
 * Steps cut into chunks, between which all else gets its turn. How they are cut depends on the size of the ensemble alone, so
 * sums, which are rounded chunk by chunk, do not depend on who ran them.
 *
 * @param components chains times dimension.
 */
export function* chunksOf(
  steps: Iterable<Conditions>,
  components: number,
): Generator<readonly Conditions[], void> {
  const length = Math.max(leastSteps, Math.min(mostSteps, Math.floor(chunkWork / components)));
  let chunk: Conditions[] = [];
  for (const step of steps) {
    chunk.push(step);
    if (chunk.length < length) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
