import { ThermoError, requireCount } from '../../error.js';
import type { Estimate } from '../estimate.js';

/**
 * The mean of a stationary series and its standard error, by batch means: honest for correlated values.
 *
 * The series is cut into equal blocks; with the standard deviation s of the k block means, the error is s / sqrt(k).
 * Blocks are to be several correlation times long. What does not fill a block is left out at the start of the series,
 * where it is least stationary.
 *
 * @param values The series, in order of time; at least one value a block.
 * @param blocks k, at least 2; 10 to 30 as a rule.
 * @throws ThermoError when there are fewer than 2 blocks or fewer values than blocks.
 * @see C. J. Geyer, Practical Markov Chain Monte Carlo, Statistical Science 7, 473 (1992)
 */
export function batchMeans(values: readonly number[], blocks: number): Estimate {
  requireCount('blocks', blocks, 2);
  const length = Math.floor(values.length / blocks);
  if (length === 0) {
    throw new ThermoError(
      `values has ${values.length} entries: pass at least one for each of the ${blocks} blocks`,
    );
  }
  const first = values.length - length * blocks;
  const means = Array.from({ length: blocks }, (_, block) =>
    mean(values.slice(first + block * length, first + (block + 1) * length)),
  );
  const center = mean(means);
  const variance = means.reduce((sum, value) => sum + (value - center) ** 2, 0) / (blocks - 1);
  return { value: center, standardError: Math.sqrt(variance / blocks) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
