import type * as tf from '@tensorflow/tfjs';
import { requireCount, ThermoError } from '../../error.js';
import type { NoiseEstimator, NoiseSource } from './noiseSource.js';

const estimators: readonly string[] = ['pair', 'twoBatchSizes'] satisfies NoiseEstimator[];

/**
 * Refuses a source of noise that cannot be used.
 * @throws ThermoError for an unknown source or estimator, a batch size below 1, or a source that needs a model and has none.
 */
export function requireNoiseSource(
  source: NoiseSource,
  estimator: NoiseEstimator,
  model: tf.LayersModel | null,
): void {
  if (!estimators.includes(estimator)) {
    throw new ThermoError(`noise.estimator is ${JSON.stringify(estimator)}: pass 'pair' or 'twoBatchSizes'`);
  }
  const isProbe = typeof source === 'object' && source !== null && ('loss' in source || 'draw' in source);
  if (source !== 'batch' && !isProbe) {
    throw new ThermoError(
      `noise.source is ${JSON.stringify(source)}: pass 'batch' or a probe { batchSize, loss } or { batchSize, draw }`,
    );
  }
  if (source !== 'batch')
    requireCount('noise.source.batchSize', source.batchSize, estimator === 'pair' ? 1 : 2);
  if (model === null && (source === 'batch' || !('loss' in source))) {
    throw new ThermoError(
      'noise.source needs the model: pass `model`, or a probe { batchSize, loss } for a custom loop',
    );
  }
}
