import * as tf from '@tensorflow/tfjs';
import { AdaptiveOptimizer } from './adaptiveOptimizer.js';
import type { AdaptiveOptions } from './adaptiveSettings.js';
import { lionRule } from './lionRule.js';

const defaults = { learningRate: 0.0001, beta1: 0.9, beta2: 0.99, weightDecay: 0 };

/** Options of Lion; defaults are those of the paper: 0.0001, 0.9, 0.99 and no decay. */
export type LionOptions = Omit<AdaptiveOptions, 'epsilon'>;

/**
 * Lion (arXiv 2302.06675): every weight moves by the same length, in the direction of the sign of a moving average.
 *
 * w <- (1 - eta lambda) w - eta sign(b1 m + (1 - b1) g), then m <- b2 m + (1 - b2) g
 *
 * @example
 * const optimizer = new Lion({ learningRate: 1e-4, weightDecay: 0.5 });
 * model.compile({ optimizer, loss: 'categoricalCrossentropy' });
 *
 * @throws ThermoError for settings out of range.
 */
export class Lion extends AdaptiveOptimizer {
  /** The name under which tfjs saves and loads it. */
  static get className(): string {
    return 'Lion';
  }

  /** Rebuilds a saved optimizer; tfjs calls it when it loads a model. */
  static override fromConfig<T extends tf.serialization.Serializable>(
    _: tf.serialization.SerializableConstructor<T>,
    config: tf.serialization.ConfigDict,
  ): T {
    const { epsilon: _unused, ...options } = AdaptiveOptimizer.savedOptions(config);
    const optimizer = new Lion(options);
    optimizer.resume(config);
    return optimizer as unknown as T;
  }

  constructor(options: LionOptions = {}) {
    super('Lion', lionRule, options, defaults);
  }
}

tf.serialization.registerClass(Lion as never);
