import * as tf from '@tensorflow/tfjs';

/**
 * A place on the device that outlives steps and always holds the same number of tensors, so that a leak elsewhere shows.
 *
 * Empty, it holds placeholders of one element each.
 */
export interface DeviceSlot {
  /** Takes over `tensors` (as many as the slot holds) and lets go of the last ones. */
  put(tensors: readonly tf.Tensor[]): void;
  /** What was put, or null when empty. The slot keeps it. */
  readonly content: readonly tf.Tensor[] | null;
  /** Lets go of the content. */
  clear(): void;
  dispose(): void;
}

/** An empty slot for `count` tensors. */
export function deviceSlot(count: number): DeviceSlot {
  const placeholders = (): tf.Tensor[] => Array.from({ length: count }, () => tf.keep(tf.scalar(0)));
  let held = placeholders();
  let full = false;
  const replace = (tensors: tf.Tensor[], isContent: boolean): void => {
    tf.dispose(held);
    held = tensors;
    full = isContent;
  };
  return {
    put: (tensors) =>
      replace(
        tensors.map((tensor) => tf.keep(tf.clone(tensor))),
        true,
      ),
    get content() {
      return full ? held : null;
    },
    clear() {
      if (full) replace(placeholders(), false);
    },
    dispose: () => replace([], false),
  };
}
