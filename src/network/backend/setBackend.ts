import * as tf from '@tensorflow/tfjs';
import type { BackendName } from './backend.js';

/**
 * Makes tfjs use a backend that is registered, and checks that it does: where a backend cannot start, tfjs itself goes
 * over to the next one with no more than a warning.
 *
 * @throws Error when tfjs uses another one.
 */
export async function setBackend(name: BackendName): Promise<void> {
  // The cpu backend, which every other one falls back to for some operations, else advertises tfjs-node when first used.
  (tf.findBackend('cpu') as { firstUse?: boolean } | null)!.firstUse = false;
  const isSet = await tf.setBackend(name);
  if (!isSet || tf.getBackend() !== name) throw new Error(`tfjs went over to ${tf.getBackend()}`);
}
