import { ThermoError } from '../error.js';
import type { Dataset } from '../experiments/index.js';

/** Refuses a batch of more images than there are to train on, which would only take memory. */
export function requireBatch(batchSize: number, { train }: Dataset): void {
  const count = train.labels.length;
  if (batchSize <= count) return;
  throw new ThermoError(
    `--batch-size is ${batchSize}, but there are ${count} training images: pass 2 to ${count}`,
  );
}
