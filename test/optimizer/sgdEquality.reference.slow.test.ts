import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { cyclic } from '../../src/control/index.js';
import { thermalize, ThermoSGD } from '../../src/network/index.js';
import { useBackend } from '../backends.js';
import { digitBatch, smallConvNet } from '../networks.js';

/** Weights after 100 steps of minimize, as bits. */
async function trained(optimizer: tf.Optimizer): Promise<Uint32Array[]> {
  const model = smallConvNet();
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  for (let step = 0; step < 100; step += 1) {
    const { xs, ys } = digitBatch(8, step);
    optimizer.minimize(
      () => tf.losses.softmaxCrossEntropy(ys, model.apply(xs, { training: true }) as tf.Tensor) as tf.Scalar,
      false,
      variables,
    );
    tf.dispose([xs, ys]);
  }
  return Promise.all(
    variables.map(async (variable) => new Uint32Array((await variable.data()).slice().buffer)),
  );
}

describe.each(['tensorflow', 'wasm', 'cpu'])('on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('without decay at a fixed learning rate the weights are those of tf.train.sgd, bit for bit over 100 steps', async () => {
    const ours = await trained(new ThermoSGD({ learningRate: 0.05, invariant: 'kernel' }));
    expect(ours).toEqual(await trained(tf.train.sgd(0.05)));
  });

  test('with momentum the weights are those of tf.train.momentum, bit for bit over 100 steps', async () => {
    const ours = await trained(new ThermoSGD({ learningRate: 0.05, momentum: 0.9, invariant: 'kernel' }));
    expect(ours).toEqual(await trained(tf.train.momentum(0.05, 0.9)));
  });

  test('with a momentum that sets out from 0 and comes to 0 again too: such a step keeps its velocity', async () => {
    const momentum = cyclic({ minimum: 0, maximum: 0.9, rise: 5 });
    const ours = await trained(new ThermoSGD({ learningRate: 0.05, momentum, invariant: 'kernel' }));
    const theirs = thermalize(tf.train.momentum(0.05, 0.9), { learningRate: 0.05, momentum });
    expect(ours).toEqual(await trained(theirs));
  });
});
