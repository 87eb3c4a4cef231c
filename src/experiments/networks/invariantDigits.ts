import * as tf from '@tensorflow/tfjs';
import { fourConvolutions } from './fourConvolutions.js';
import type { Network } from './network.js';

/** Norm of the fixed head (arXiv 2511.07308). */
const headNorm = 10;

/**
 * The same convolutions with nothing else that trains: batch norm without affine and a fixed random head of norm 10, as in
 * arXiv 2511.07308, so that the network as a whole is a gas. The kernels start at global radius 1.
 *
 * tfjs's batch norm cannot do without gamma and beta; they are kept at 1 and 0 by not training the others.
 */
export const invariantDigits: Network = {
  name: 'invariantDigits',
  summary: 'the same convolutions, batch norm without affine, fixed head: scale-invariant as a whole',
  others: 'frozen',
  build(options) {
    const { input, features } = fourConvolutions(options, (seed) =>
      tf.initializers.randomNormal({ stddev: 1, seed }),
    );
    const averaged = tf.layers
      .globalAveragePooling2d({ name: 'average' })
      .apply(features) as tf.SymbolicTensor;
    const head = tf.layers.dense({
      name: 'head',
      units: options.classes,
      useBias: false,
      kernelInitializer: tf.initializers.randomNormal({ seed: options.seed * 10 + 9 }),
    });
    const model = tf.model({
      name: 'invariantDigits',
      inputs: input,
      outputs: head.apply(averaged) as tf.SymbolicTensor,
    });
    const kernels = model.layers.filter(({ name }) => name.startsWith('conv'));
    rescale(kernels, 1);
    rescale([head], headNorm);
    return model;
  },
};

/** Scales the layers' kernels, taken as one vector, to a norm. */
function rescale(layers: readonly tf.layers.Layer[], norm: number): void {
  tf.tidy(() => {
    const kernels = layers.map((layer) => layer.getWeights()[0]!);
    const length = tf.sqrt(tf.addN(kernels.map((kernel) => tf.sum(tf.square(kernel)))));
    layers.forEach((layer, i) => layer.setWeights([tf.mul(tf.div(kernels[i]!, length), norm)]));
  });
}
