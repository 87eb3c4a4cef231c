import type { Observation } from '../observation.js';
import { pooledObservation } from './pooledObservation.js';

/** Blocks at most. */
const mostBlocks = 64;

/**
 * Keeps all that was observed since a stage began, in at most 64 blocks: where there would be more, neighbours are pooled, and
 * from then on blocks are filled to that length. Means over the whole are exact, and any part of it is known to a thirty-second.
 */
export function wholeHistory(kept: readonly Observation[], newest: Observation): readonly Observation[] {
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined) return [newest];
  if (last.window < first.window) return [...kept.slice(0, -1), pooledObservation(last, newest)];
  if (kept.length < mostBlocks) return [...kept, newest];
  const pairs = Array.from({ length: mostBlocks / 2 }, (_, i) =>
    pooledObservation(kept[2 * i]!, kept[2 * i + 1]!),
  );
  return [...pairs, newest];
}
