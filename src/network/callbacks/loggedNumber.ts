import type * as tf from '@tensorflow/tfjs';

/** A value of the logs as a number, without taking it from whoever reads it next; undefined where there is none. */
export async function loggedNumber(logs: tf.Logs, name: string): Promise<number | undefined> {
  const value = (logs as Record<string, number | tf.Scalar | undefined>)[name];
  return typeof value === 'object' ? (await value.data())[0] : value;
}
