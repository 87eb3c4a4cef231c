import * as tf from '@tensorflow/tfjs';

/** The weights of a model at one time. */
export interface KeptWeights {
  /** Keeps the weights as they are now, trained or not, in place of those kept before. */
  keep(model: tf.LayersModel): void;
  /** Puts the kept weights back and lets go of them; nothing is done where there are none. */
  restore(): void;
  /** Lets go of them. */
  dispose(): void;
}

/** Keeps none at first. A copy shares the memory of the weights until these move on. */
export function keptWeights(): KeptWeights {
  let kept: readonly { readonly weight: tf.LayersModel['weights'][number]; readonly tensor: tf.Tensor }[] =
    [];
  const dispose = (): void => {
    tf.dispose(kept.map(({ tensor }) => tensor));
    kept = [];
  };
  return {
    keep(model) {
      dispose();
      kept = model.weights.map((weight) => ({ weight, tensor: tf.keep(tf.clone(weight.read())) }));
    },
    restore() {
      for (const { weight, tensor } of kept) weight.write(tensor);
      dispose();
    },
    dispose,
  };
}
