import * as tf from '@tensorflow/tfjs';
import { fourConvolutions } from './fourConvolutions.js';
import type { Network } from './network.js';

/** Filters of the four convolutions. */
const filters = [16, 32, 64, 64] as const;

/** Four wider convolutions with trained batch norm and head, averaged over the image: for CIFAR-10's photographs. */
export const photographs: Network = {
  name: 'photographs',
  summary: 'four wider convolutions with batch norm, averaged, and a trained head',
  others: {},
  build(options) {
    const { input, features } = fourConvolutions(
      options,
      (seed) => tf.initializers.heNormal({ seed }),
      filters,
    );
    const averaged = tf.layers
      .globalAveragePooling2d({ name: 'average' })
      .apply(features) as tf.SymbolicTensor;
    const head = tf.layers.dense({
      name: 'head',
      units: options.classes,
      kernelInitializer: tf.initializers.glorotUniform({ seed: options.seed * 10 + 9 }),
    });
    return tf.model({
      name: 'photographs',
      inputs: input,
      outputs: head.apply(averaged) as tf.SymbolicTensor,
    });
  },
};
