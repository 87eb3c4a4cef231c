import type { TriedRate } from '../../recorders/node.js';

/**
 * The rate with the highest validation accuracy, the lower loss where accuracies are the same; null when every one diverged.
 */
export function bestRate(tried: readonly TriedRate[]): number | null {
  const [best] = tried
    .filter(({ accuracy }) => accuracy !== null)
    .toSorted((one, other) => other.accuracy! - one.accuracy! || one.loss! - other.loss!);
  return best?.rate ?? null;
}
