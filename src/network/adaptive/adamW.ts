import * as tf from '@tensorflow/tfjs';
import { AdaptiveOptimizer } from './adaptiveOptimizer.js';
import type { AdaptiveOptions } from './adaptiveSettings.js';
import { adamWRule } from './adamWRule.js';

const defaults = { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 };

/** Options of AdamW; defaults are PyTorch's: 0.001, 0.9, 0.999, 1e-8 and 0.01. */
export type AdamWOptions = AdaptiveOptions;

/**
 * Adam with decoupled weight decay (arXiv 1711.05101), by PyTorch's definition.
 *
 * m <- b1 m + (1 - b1) g, v <- b2 v + (1 - b2) g^2, w <- (1 - eta lambda) w - eta m^ / (sqrt(v^) + epsilon), where
 * m^ = m / (1 - b1^t) and v^ = v / (1 - b2^t). Unlike PyTorch's it spares biases, gammas and betas from decay unless told
 * otherwise.
 *
 * @example
 * const optimizer = new AdamW({ learningRate: cosine({ from: 1e-3, steps: 10_000 }), weightDecay: 0.05 });
 * model.compile({ optimizer, loss: 'categoricalCrossentropy' });
 *
 * @throws ThermoError for settings out of range.
 */
export class AdamW extends AdaptiveOptimizer {
  /** The name under which tfjs saves and loads it. */
  static get className(): string {
    return 'AdamW';
  }

  /** Rebuilds a saved optimizer; tfjs calls it when it loads a model. */
  static override fromConfig<T extends tf.serialization.Serializable>(
    _: tf.serialization.SerializableConstructor<T>,
    config: tf.serialization.ConfigDict,
  ): T {
    const optimizer = new AdamW(AdaptiveOptimizer.savedOptions(config));
    optimizer.resume(config);
    return optimizer as unknown as T;
  }

  constructor(options: AdamWOptions = {}) {
    super('AdamW', adamWRule, options, defaults);
  }
}

tf.serialization.registerClass(AdamW as never);
