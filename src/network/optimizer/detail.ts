import * as tf from '@tensorflow/tfjs';
import { multiply, squaredNorm, subtract, sumOf } from '../tensors/index.js';
import type { Motion, Moved } from './protocols/motion.js';

/** Values that the detail of a step starts with, before those of its members. */
const wholeValues = 2;
/** Values a member. */
const memberValues = 3;

/** What only the steps just before a reading show, as numbers. */
export interface Detail {
  /** Angle of the step in radians. */
  readonly angle: number;
  /** Cosine between this step's gradient and the last one's; null when the last one was not kept. */
  readonly stepCorrelation: number | null;
  readonly members: readonly MemberDetail[];
}

/** One variable's share in a step. */
export interface MemberDetail {
  /** |w_i|^2 before the step. */
  readonly squaredRadius: number;
  /** |g_i|^2 |w_i|^2. */
  readonly secondMoment: number;
  /** Angle of the step in radians. */
  readonly angle: number;
}

/**
 * The detail of a step as one 1-D tensor on the device: `2 + 3 x members` numbers, read by `detailOf`.
 *
 * It costs several passes over the weights, so it is made only in steps that are about to be read.
 */
export function detailOfStep(
  motion: Motion,
  moved: Moved,
  lastGradients: readonly tf.Tensor[] | null,
): tf.Tensor1D {
  const chord = squaredChord(
    motion.weights,
    moved.weights,
    motion.squaredRadius,
    squaredNorm(...moved.weights),
  );
  const correlation =
    lastGradients === null
      ? tf.scalar(Number.NaN)
      : tf.div(
          sumOf(motion.gradients.map((gradient, i) => tf.sum(multiply(gradient, lastGradients[i]!)))),
          tf.sqrt(multiply(motion.squaredGradient, squaredNorm(...lastGradients))),
        );
  const members = motion.weights.flatMap((before, i) => {
    const after = moved.weights[i]!;
    const squaredRadius = squaredNorm(before);
    return [
      squaredRadius,
      multiply(squaredRadius, squaredNorm(motion.gradients[i]!)),
      squaredChord([before], [after], squaredRadius, squaredNorm(after)),
    ];
  });
  return tf.stack([chord, correlation, ...members]) as tf.Tensor1D;
}

/** |w'/|w'| - w/|w||^2: unlike the cosine it keeps its digits when the angle is small. */
function squaredChord(
  before: readonly tf.Tensor[],
  after: readonly tf.Tensor[],
  squaredBefore: tf.Scalar,
  squaredAfter: tf.Scalar,
): tf.Scalar {
  const rescale = tf.sqrt(tf.div(squaredBefore, squaredAfter));
  return tf.div(
    squaredNorm(...after.map((tensor, i) => subtract(multiply(tensor, rescale), before[i]!))),
    squaredBefore,
  );
}

/** The numbers of a detail tensor that was read. */
export function detailOf(values: Float32Array): Detail {
  return {
    angle: angleOfChord(values[0]!),
    stepCorrelation: Number.isNaN(values[1]) ? null : values[1]!,
    members: Array.from({ length: (values.length - wholeValues) / memberValues }, (_, i) => {
      const at = wholeValues + memberValues * i;
      return {
        squaredRadius: values[at]!,
        secondMoment: values[at + 1]!,
        angle: angleOfChord(values[at + 2]!),
      };
    }),
  };
}

function angleOfChord(squaredChord: number): number {
  return 2 * Math.asin(Math.min(1, Math.sqrt(squaredChord) / 2));
}
