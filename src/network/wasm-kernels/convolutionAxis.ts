import type * as tf from '@tensorflow/tfjs';

/** One axis in space of a forward convolution: sizes in places, padding in zeros before and after the input. */
export interface ConvolutionAxis {
  readonly input: number;
  readonly output: number;
  readonly filter: number;
  readonly stride: number;
  readonly before: number;
  readonly after: number;
}

/** The rows and the columns of a convolution. */
export function axesOf2d(
  forward: tf.backend_util.Conv2DInfo | tf.backend_util.Conv3DInfo,
): readonly [ConvolutionAxis, ConvolutionAxis] {
  const { padInfo } = forward;
  return [
    {
      input: forward.inHeight,
      output: forward.outHeight,
      filter: forward.filterHeight,
      stride: forward.strideHeight,
      before: padInfo.top,
      after: padInfo.bottom,
    },
    {
      input: forward.inWidth,
      output: forward.outWidth,
      filter: forward.filterWidth,
      stride: forward.strideWidth,
      before: padInfo.left,
      after: padInfo.right,
    },
  ];
}

/** The depth, the rows and the columns of a 3D convolution. */
export function axesOf3d(
  forward: tf.backend_util.Conv3DInfo,
): readonly [ConvolutionAxis, ConvolutionAxis, ConvolutionAxis] {
  const { padInfo } = forward;
  const depth = {
    input: forward.inDepth,
    output: forward.outDepth,
    filter: forward.filterDepth,
    stride: forward.strideDepth,
    before: padInfo.front,
    after: padInfo.back,
  };
  return [depth, ...axesOf2d(forward)];
}
