import * as tf from '@tensorflow/tfjs';

/** The products of one variable with its gradient on one batch. */
export interface GradientMoments {
  /** g.w */
  readonly dot: number;
  /** |w|^2 */
  readonly weight: number;
  /** |g|^2; 0 where there is no gradient. */
  readonly gradient: number;
}

/** The moments of every variable on every batch, read once a batch: `result[batch][variable]`. */
export async function gradientMoments(
  loss: (batch: number) => tf.Scalar,
  variables: readonly tf.Variable[],
  batchCount: number,
): Promise<GradientMoments[][]> {
  const result: GradientMoments[][] = [];
  for (let batch = 0; batch < batchCount; batch += 1) {
    const moments = tf.tidy(() => {
      const { grads } = tf.variableGrads(() => loss(batch), [...variables]);
      return tf.stack(
        variables.flatMap((variable) => {
          const gradient = grads[variable.name] ?? tf.zerosLike(variable);
          return [
            tf.sum(tf.mul(gradient, variable)),
            tf.sum(tf.square(variable)),
            tf.sum(tf.square(gradient)),
          ];
        }),
      );
    });
    const values = await moments.data();
    moments.dispose();
    result.push(
      variables.map((_, index) => ({
        dot: values[3 * index] as number,
        weight: values[3 * index + 1] as number,
        gradient: values[3 * index + 2] as number,
      })),
    );
  }
  return result;
}
