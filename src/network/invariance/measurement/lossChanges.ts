import * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../../error.js';

/**
 * The functional test: for each set of variables the largest |L(c w) - L(w)| / |L(w)| over the factors c, all variables of
 * the set scaled by c and all others as they are. One read for all.
 *
 * @throws ThermoError when the loss is not finite at w.
 */
export async function lossChanges(
  loss: () => tf.Scalar,
  variables: readonly tf.Variable[],
  sets: readonly (readonly number[])[],
  factors: readonly number[],
): Promise<number[]> {
  if (sets.length === 0) return [];
  const losses = tf.tidy(() => {
    const scaled = sets.flatMap((members) =>
      factors.map((factor) => lossWhenScaled(loss, variables, members, factor)),
    );
    return tf.stack([loss(), ...scaled]);
  });
  const [unscaled = 0, ...values] = await losses.data();
  losses.dispose();
  if (!Number.isFinite(unscaled)) {
    throw new ThermoError(`the loss is ${unscaled}: pass data and weights at which it is finite`);
  }
  return sets.map((_, index) =>
    Math.max(
      ...factors.map((_, position) => {
        const value = values[index * factors.length + position] as number;
        const change = Math.abs(value - unscaled);
        return unscaled === 0 ? change : change / Math.abs(unscaled);
      }),
    ),
  );
}

function lossWhenScaled(
  loss: () => tf.Scalar,
  variables: readonly tf.Variable[],
  members: readonly number[],
  factor: number,
): tf.Scalar {
  return tf.tidy(() => {
    const chosen = members.map((member) => variables[member] as tf.Variable);
    const saved = chosen.map((variable) => tf.clone(variable));
    chosen.forEach((variable) => variable.assign(tf.mul(variable, factor)));
    const value = loss();
    chosen.forEach((variable, index) => variable.assign(saved[index] as tf.Tensor));
    return value;
  });
}
