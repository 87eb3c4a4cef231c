import * as tf from '@tensorflow/tfjs';
import type { Batch } from '../../src/network/invariance/index.js';

/**
 * Puts a model at a generic point, the same in every run: kernels of ordinary scale (deviation sqrt(2 / fan-in)), biases,
 * betas and slopes away from zero, gammas around 1. Initializers start biases at zero, where scaling says nothing.
 */
export function placeAtSeededPoint(model: tf.LayersModel): void {
  model.trainableWeights.forEach((weight, index) => {
    const shape = weight.shape as number[];
    const size = shape.reduce((product, length) => product * length, 1);
    const fanIn = size / (shape.at(-1) ?? 1);
    const [mean, deviation] = weight.originalName.endsWith('gamma')
      ? [1, 0.2]
      : shape.length > 1
        ? [0, Math.sqrt(2 / fanIn)]
        : [0, 0.3];
    tf.tidy(() => void weight.write(tf.randomNormal(shape, mean, deviation, 'float32', 100 + index)));
  });
}

const batchSize = 16;
const vocabulary = 11;

/** Random batches of 16 that fit a model's inputs (whole numbers below 11 for embeddings) and outputs. */
export function seededBatches(model: tf.LayersModel, count = 3): Batch[] {
  return Array.from({ length: count }, (_, batch) => ({
    x: model.inputs.map((tensor, index) => drawn(tensor, 1000 + 10 * batch + index)),
    y: model.outputs.map((tensor, index) => drawn(tensor, 2000 + 10 * batch + index)),
  }));
}

function drawn({ shape, sourceLayer }: tf.SymbolicTensor, seed: number): tf.Tensor {
  const full = [batchSize, ...shape.slice(1).map(Number)];
  const isIndex = sourceLayer.outboundNodes[0]?.outboundLayer.getClassName() === 'Embedding';
  return isIndex
    ? tf.randomUniform(full, 0, vocabulary, 'int32', seed)
    : tf.randomNormal(full, 0, 1, 'float32', seed);
}
