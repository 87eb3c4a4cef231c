import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { ThermoError } from '../../src/error.js';
import { DivergenceError } from '../../src/control/index.js';
import {
  earlyStopping,
  stopOnNonFinite,
  ThermoSGD,
  type EarlyStoppingOptions,
} from '../../src/network/index.js';
import { bitsOf } from '../tinyNet.js';
import { Logging, tinyTraining } from './training.js';

/** The bits of the weights after so many epochs without any callback. */
async function bitsAfter(epochs: number): Promise<Uint32Array[]> {
  const { fit, model } = tinyTraining(tf.train.sgd(0.1));
  await fit(epochs, []);
  return bitsOf(model);
}

describe('restoreBestWeights', () => {
  test('ends with the weights of the best epoch, trained or not, bit for bit', async () => {
    const { fit, model } = tinyTraining(tf.train.sgd(0.1));
    const stopping = earlyStopping({ patience: 2, restoreBestWeights: true });
    const { epoch } = await fit(9, [new Logging('val_loss', [3, 1, 2, 2]), stopping]);
    expect(epoch).toEqual([0, 1, 2, 3]);
    expect(stopping.stoppedEpoch).toBe(3);
    expect(stopping.save()).toEqual({ reference: 1, waited: 2, best: 1, bestEpoch: 1 });
    expect(await bitsOf(model)).toEqual(await bitsAfter(2));
  });

  test('does so where training ends by itself, and in fitDataset', async () => {
    const { fitDataset, fit, model } = tinyTraining(tf.train.sgd(0.1));
    const callbacks = () => [
      new Logging('val_loss', [2, 1, 3]),
      earlyStopping({ patience: 5, restoreBestWeights: true }),
    ];
    await fit(3, callbacks());
    expect(await bitsOf(model)).toEqual(await bitsAfter(2));
    expect((await fitDataset(3, callbacks())).epoch).toEqual([0, 1, 2]);
  });

  test('goes by the best value, not by the last that counted as an improvement', async () => {
    const { fit, model } = tinyTraining(tf.train.sgd(0.1));
    const stopping = earlyStopping({ patience: 2, minDelta: 0.5, restoreBestWeights: true });
    await fit(9, [new Logging('val_loss', [1, 0.9, 0.8, 2]), stopping]);
    expect(stopping.save()).toEqual({ reference: 1, waited: 2, best: 0.8, bestEpoch: 2 });
    expect(await bitsOf(model)).toEqual(await bitsAfter(3));
  });

  test('leaves the weights as they are without it', async () => {
    const { fit, model } = tinyTraining(tf.train.sgd(0.1));
    await fit(9, [new Logging('val_loss', [1, 2]), earlyStopping()]);
    expect(await bitsOf(model)).toEqual(await bitsAfter(2));
  });

  test('keeps one copy of the weights while it trains, and none after', async () => {
    const { fit, model } = tinyTraining(tf.train.sgd(0.1));
    await fit(1, []);
    const before = tf.memory().numTensors;
    let during = 0;
    const counting = new tf.CustomCallback({
      onEpochBegin: async () => {
        during = tf.memory().numTensors - before;
      },
    });
    await fit(4, [
      new Logging('val_loss', [4, 3, 2, 1]),
      earlyStopping({ restoreBestWeights: true }),
      counting,
    ]);
    expect(during).toBeLessThanOrEqual(model.weights.length + 4);
    expect(during).toBeGreaterThanOrEqual(model.weights.length);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('can be had after a training that failed', async () => {
    const { fit, model } = tinyTraining(tf.train.sgd(0.1));
    const stopping = earlyStopping({ patience: 9, restoreBestWeights: true });
    const failing = new tf.CustomCallback({
      onEpochEnd: async (epoch) => {
        if (epoch === 2) throw new Error('pulled the plug');
      },
    });
    await expect(fit(9, [new Logging('val_loss', [2, 1, 3]), stopping, failing])).rejects.toThrow(
      'pulled the plug',
    );
    stopping.restore();
    expect(await bitsOf(model)).toEqual(await bitsAfter(2));
  });
});

test('a training after another begins anew', async () => {
  const { fit } = tinyTraining(tf.train.sgd(0.1));
  const stopping = earlyStopping({ patience: 2 });
  const callbacks = [new Logging('val_loss', [1, 2, 2]), stopping];
  expect((await fit(9, callbacks)).epoch).toHaveLength(3);
  expect((await fit(9, callbacks)).epoch).toHaveLength(3);
});

/** The documented example of Keras' EarlyStopping: "Only 4 epochs are run." */
test('with a patience of 3 a loss that stays the same is seen four times', async () => {
  const { fit } = tinyTraining(tf.train.sgd(0.1));
  const { epoch } = await fit(10, [
    new Logging('loss', [7]),
    earlyStopping({ monitor: 'loss', patience: 3 }),
  ]);
  expect(epoch).toHaveLength(4);
});

test.each<[EarlyStoppingOptions, string]>([
  [{ patience: -1 }, 'patience of earlyStopping is -1: pass a whole number of at least 0'],
  [{ minDelta: -0.1 }, 'minDelta of earlyStopping is -0.1: pass a number of at least 0'],
  [{ baseline: Number.NaN }, 'baseline of earlyStopping is NaN: pass a finite number'],
  [{ monitor: 3 as never }, "monitor of earlyStopping is 3: pass a name in the logs, such as 'val_loss'"],
  [
    { restoreBest: true } as never,
    'earlyStopping has no option restoreBest: pass one of monitor, mode, minDelta, patience, baseline, restoreBestWeights, state, model',
  ],
])('earlyStopping with %j is refused when it is made', (options, message) => {
  expect(() => earlyStopping(options)).toThrow(new ThermoError(message));
});

describe('stopOnNonFinite', () => {
  const examples = (poisonedFrom: number, optimizer: tf.Optimizer) => {
    const training = tinyTraining(optimizer);
    const poisoning = new tf.CustomCallback({
      onBatchBegin: async () => {
        if (optimizer.iterations === poisonedFrom) {
          const [weight] = training.model.weights;
          weight!.write(tf.mul(weight!.read(), Number.NaN));
        }
      },
    });
    return { ...training, poisoning };
  };

  test('names the step at which the loss was not finite, and the last that was', async () => {
    const optimizer = new ThermoSGD({ learningRate: 0.1, invariant: 'kernel' });
    const { fit, poisoning } = examples(5, optimizer);
    const error = (await fit(4, [poisoning, stopOnNonFinite({ every: 1 })]).catch(
      (thrown: unknown) => thrown,
    )) as DivergenceError;
    expect(error).toBeInstanceOf(DivergenceError);
    expect(error.step).toBe(6);
    expect(error.message).toMatch(
      /^training turned non-finite by step 6; last finite state at step 5: loss \d+\.\d+: lower the learning rate or raise the batch size$/,
    );
    expect(optimizer.iterations).toBe(6);
  });

  test('sees at the end of an epoch what happened between two looks', async () => {
    const optimizer = tf.train.sgd(0.1);
    const { fit, poisoning } = examples(2, optimizer);
    await expect(fit(9, [poisoning, stopOnNonFinite()])).rejects.toThrow(
      /^training turned non-finite by step 4; last finite state at step 2: mean loss of the epoch \d+\.\d+:/,
    );
  });

  test('does nothing to a training that stays finite', async () => {
    const { fit, model } = tinyTraining(tf.train.sgd(0.1));
    await fit(3, [stopOnNonFinite({ every: 1 })]);
    expect(await bitsOf(model)).toEqual(await bitsAfter(3));
  });

  test('is refused with a cadence that is no count', () => {
    expect(() => stopOnNonFinite({ every: 0 })).toThrow(
      new ThermoError('every of stopOnNonFinite is 0: pass a whole number of at least 1'),
    );
  });
});
