import * as tf from '@tensorflow/tfjs';
import type { ConvolutionAxis } from './convolutionAxis.js';

/**
 * The zeros around a spread output gradient that make its convolution with the flipped filter lie on the forward
 * pass's input: filter - 1 - padding on each side and, behind, the places which the forward strides never reached.
 */
export function zerosAround(axis: ConvolutionAxis): [number, number] {
  const reached = (axis.output - 1) * axis.stride + axis.filter;
  const unreached = axis.before + axis.input + axis.after - reached;
  return [Math.max(0, axis.filter - 1 - axis.before), Math.max(0, axis.filter - 1 - axis.after + unreached)];
}

/** Cuts away the gradient to the forward padding, which stays in where that padding was wider than the filter. */
export function cutToInput<Gradient extends tf.Tensor>(
  gradient: Gradient,
  axes: readonly ConvolutionAxis[],
): Gradient {
  if (axes.every((axis, index) => gradient.shape[index + 1] === axis.input)) return gradient;
  const begin = axes.map((axis) => Math.max(0, axis.before - (axis.filter - 1)));
  return tf.slice(
    gradient,
    [0, ...begin, 0],
    [gradient.shape[0]!, ...axes.map((axis) => axis.input), gradient.shape.at(-1)!],
  ) as Gradient;
}
