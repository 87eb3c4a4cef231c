import * as tf from '@tensorflow/tfjs';

/** A callback that does something after each batch. */
export class AfterBatch extends tf.Callback {
  constructor(readonly after: (batch: number, logs?: tf.Logs) => void) {
    super();
  }

  override async onBatchEnd(batch: number, logs?: tf.Logs): Promise<void> {
    this.after(batch, logs);
  }
}
