import * as tf from '@tensorflow/tfjs';

/** Numbers kept on the device between steps: uploading a constant anew each step costs more than using it. */
export interface Scalars {
  /** The number `value` in its `role`; uploaded again only when it differs from the role's last one. */
  get(role: string, value: number): tf.Scalar;
  /** Lets go of every number. */
  dispose(): void;
}

/** An empty store. */
export function scalars(): Scalars {
  const held = new Map<string, { value: number; tensor: tf.Scalar }>();
  return {
    get(role, value) {
      const present = held.get(role);
      if (present !== undefined && Object.is(present.value, value)) return present.tensor;
      present?.tensor.dispose();
      const tensor = tf.keep(tf.scalar(value));
      held.set(role, { value, tensor });
      return tensor;
    },
    dispose() {
      for (const { tensor } of held.values()) tensor.dispose();
      held.clear();
    },
  };
}
