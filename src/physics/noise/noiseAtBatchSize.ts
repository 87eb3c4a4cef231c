import { requireCount } from '../../error.js';

/**
 * The noise of a batch of another size, for samples drawn independently.
 *
 * trSigma_b' = trSigma_b b / b'
 *
 * Batch normalization makes samples depend on their batch, so that the law is then only approximate.
 *
 * @throws ThermoError when a batch size is not a whole number of at least 1.
 */
export function noiseAtBatchSize({
  noise,
  batchSize,
  wantedBatchSize,
}: {
  /** trSigma_b. */
  readonly noise: number;
  /** b, the size it was estimated at; 1 for the noise of one sample. */
  readonly batchSize: number;
  /** b', the size it is wanted at. */
  readonly wantedBatchSize: number;
}): number {
  return (noise * requireCount('batchSize', batchSize)) / requireCount('wantedBatchSize', wantedBatchSize);
}
