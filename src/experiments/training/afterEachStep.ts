import * as tf from '@tensorflow/tfjs';

/** A callback that acts after each step. Unlike tfjs's CustomCallback it does not read the loss from the device each time. */
export class AfterEachStep extends tf.Callback {
  readonly #act: () => void | Promise<void>;

  constructor(act: () => void | Promise<void>) {
    super();
    this.#act = act;
  }

  /** tfjs calls it after each step. */
  override async onBatchEnd(): Promise<void> {
    await this.#act();
  }
}
