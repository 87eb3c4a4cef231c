import { entropyBalance, type BalanceLengths, type EntropyBalance } from './entropyBalance.js';
import type { NetworkCheckOptions } from './networkCheck.js';

/**
 * Whether the entropy of a real network stays what it is along an adiabat, while an isotherm of the same volume ratio changes
 * it: one balance a seed, each given as soon as it is measured. `adiabatResults` judges them.
 */
export async function* adiabatCheck({
  seeds,
  onProgress,
  ...options
}: NetworkCheckOptions & {
  /** In place of the check's own. */
  readonly lengths?: BalanceLengths;
}): AsyncGenerator<EntropyBalance> {
  for (const [index, seed] of seeds.entries()) {
    yield await entropyBalance({
      ...options,
      seed,
      onProgress: (share) => onProgress((index + share) / seeds.length),
    });
  }
}
