import * as tf from '@tensorflow/tfjs';
import type { Dataset, LabelledImages } from './dataset.js';
import { standardisePixels } from './standardisePixels.js';

/** What a training or test step takes. Type, not interface: tf.data wants an indexable one. */
export type Examples = {
  /** Standardised pixels, float32 [count, height, width, channels]. */
  xs: tf.Tensor4D;
  /** One-hot labels, float32 [count, classes]. */
  ys: tf.Tensor2D;
};

/** Returns a function that makes tensors of the images with the given numbers. The caller disposes them. */
export function examplesTensors(
  dataset: Dataset,
): (part: LabelledImages, numbers: ArrayLike<number>) => Examples {
  const { classes, images } = dataset;
  const { width, height, channels } = images;
  const size = width * height * channels;
  const writeImage = standardisePixels(dataset);
  return (part, numbers) => {
    const count = numbers.length;
    const pixels = new Float32Array(count * size);
    const oneHot = new Float32Array(count * classes);
    for (let i = 0; i < count; i++) {
      const number = numbers[i]!;
      writeImage(part.images, number, pixels, i * size);
      oneHot[i * classes + part.labels[number]!] = 1;
    }
    return {
      xs: tf.tensor4d(pixels, [count, height, width, channels]),
      ys: tf.tensor2d(oneHot, [count, classes]),
    };
  };
}
