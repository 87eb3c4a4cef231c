import * as tf from '@tensorflow/tfjs';
import { fourConvolutions } from './fourConvolutions.js';
import type { Network } from './network.js';

/** Four convolutions with trained batch norm and head: the network of the main job. */
export const digits: Network = {
  name: 'digits',
  summary: 'four convolutions with batch norm, pooled, and a trained head',
  others: {},
  build(options) {
    const { input, features } = fourConvolutions(options, (seed) => tf.initializers.heNormal({ seed }));
    const pooled = tf.layers
      .averagePooling2d({ name: 'pool', poolSize: 2 })
      .apply(features) as tf.SymbolicTensor;
    const flat = tf.layers.flatten({ name: 'flat' }).apply(pooled) as tf.SymbolicTensor;
    const head = tf.layers.dense({
      name: 'head',
      units: options.classes,
      kernelInitializer: tf.initializers.glorotUniform({ seed: options.seed * 10 + 9 }),
    });
    return tf.model({ name: 'digits', inputs: input, outputs: head.apply(flat) as tf.SymbolicTensor });
  },
};
