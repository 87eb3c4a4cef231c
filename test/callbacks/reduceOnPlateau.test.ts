import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { cosine, hold } from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';
import {
  AdamW,
  reduceOnPlateau,
  scheduleLearningRate,
  thermalize,
  ThermoSGD,
  type ReduceOnPlateauOptions,
} from '../../src/network/index.js';
import { bitsOf } from '../tinyNet.js';
import { learningRateOf, Logging, tinyTraining } from './training.js';

/** Twice as good a loss, then none any better: one reduction after the third epoch. */
const plateau = [1, 0.5, 0.5, 0.5];

const reducing = () => [
  new Logging('val_loss', plateau),
  reduceOnPlateau({ factor: 0.25, patience: 1, cooldown: 9 }),
];

describe('the rate is reduced', () => {
  test.each<[string, tf.Optimizer, number, number]>([
    ['tf.train.sgd', tf.train.sgd(0.1), 0.1, 0.025],
    ['tf.train.momentum', tf.train.momentum(0.1, 0.9), 0.1, 0.025],
    ['tf.train.adam', tf.train.adam(0.01), 0.01, 0.0025],
    ['tf.train.rmsprop', tf.train.rmsprop(0.01), 0.01, 0.0025],
    ['AdamW', new AdamW({ learningRate: 0.01 }), 0.01, 0.0025],
    ['ThermoSGD', new ThermoSGD({ learningRate: 0.1 }), 0.1, 0.025],
    ['a thermalized optimizer', thermalize(tf.train.adam(0.01)), 0.01, 0.0025],
  ])('of %s, and each epoch logs its own', async (_, optimizer, before, after) => {
    const { history } = await tinyTraining(optimizer).fit(4, reducing());
    expect(history['learningRate']).toEqual([before, before, before, after]);
  });

  test('where an effective rate is given, and with it the rate of the other weights', async () => {
    const optimizer = new ThermoSGD({ effectiveLearningRate: 0.02, others: { learningRate: 0.1 } });
    const { history } = await tinyTraining(optimizer).fit(4, reducing());
    expect(history['effectiveLearningRate']).toEqual([0.02, 0.02, 0.02, 0.005]);
    expect(history['learningRate']).toBeUndefined();

    const weightsAfter = async (factor: number, others: number): Promise<Uint32Array[]> => {
      const made = new ThermoSGD({
        effectiveLearningRate: 0.02 * others,
        others: { learningRate: 0.1 * others },
      });
      made.rateFactor = factor;
      const { fit, model } = tinyTraining(made);
      await fit(1, []);
      return bitsOf(model);
    };
    expect(await weightsAfter(0.25, 1)).toEqual(await weightsAfter(1, 0.25));
  });

  test('on top of a schedule', async () => {
    const schedule = cosine({ from: 0.1, steps: 8 });
    for (const optimizer of [
      new ThermoSGD({ learningRate: schedule }),
      new AdamW({ learningRate: schedule }),
      thermalize(tf.train.momentum(0.1, 0.9), { learningRate: schedule }),
    ]) {
      const { history } = await tinyTraining(optimizer).fit(4, reducing());
      // Two steps an epoch: the rate of the step after each.
      expect(history['learningRate']).toEqual([schedule(2), schedule(4), schedule(6), schedule(8) * 0.25]);
    }
  });

  test('and leaves an optimizer as it was whose rate it has not reduced', async () => {
    const optimizer = new AdamW({ learningRate: cosine({ from: 0.1, steps: 8 }) });
    const { settings } = optimizer.getConfig();
    const { fit } = tinyTraining(optimizer);
    for (let time = 0; time < 2; time += 1) await fit(1, [reduceOnPlateau({ monitor: 'loss' })]);
    expect(optimizer.getConfig()['settings']).toEqual(settings);
    expect(JSON.stringify(settings)).toContain('cosine');
  });

  test('to the minimum and no further', async () => {
    const callbacks = [
      new Logging('val_loss', [1]),
      reduceOnPlateau({ factor: 0.1, patience: 1, minimum: 0.03 }),
    ];
    const optimizer = tf.train.sgd(0.1);
    await tinyTraining(optimizer).fit(5, callbacks);
    expect(learningRateOf(optimizer)).toBeCloseTo(0.03, 15);
  });

  test('in the weights, not in name only', async () => {
    const weightsAfter = async (
      optimizer: tf.Optimizer,
      callbacks: tf.Callback[],
    ): Promise<Uint32Array[]> => {
      const { fit, model } = tinyTraining(optimizer);
      await fit(2, callbacks);
      return bitsOf(model);
    };
    const still = [new Logging('val_loss', [Number.NaN]), reduceOnPlateau({ factor: 1e-30, patience: 1 })];
    const once = async (): Promise<Uint32Array[]> => {
      const { fit, model } = tinyTraining(tf.train.sgd(0.1));
      await fit(1, []);
      return bitsOf(model);
    };
    const trainable = (bits: Uint32Array[]): Uint32Array[] => [bits[0]!, bits[3]!, bits[6]!, bits[7]!];
    expect(trainable(await weightsAfter(tf.train.sgd(0.1), still))).toEqual(trainable(await once()));
  });
});

describe('a reduced rate is saved', () => {
  test.each<[string, () => tf.Optimizer]>([
    ['ThermoSGD', () => new ThermoSGD({ learningRate: 0.1, momentum: 0.9 })],
    ['a thermalized optimizer', () => thermalize(tf.train.adam(0.01), { weightDecay: 0.1 })],
    ['AdamW', () => new AdamW({ learningRate: cosine({ from: 0.1, steps: 90 }) })],
    ['tf.train.momentum', () => tf.train.momentum(0.1, 0.9)],
  ])('with %s', async (_, make) => {
    const optimizer = make();
    await tinyTraining(optimizer).fit(4, reducing());
    const config = JSON.parse(JSON.stringify(optimizer.getConfig())) as tf.serialization.ConfigDict;
    const Class = optimizer.constructor as unknown as {
      fromConfig(constructor: unknown, config: tf.serialization.ConfigDict): tf.Optimizer;
    };
    const restored = Class.fromConfig(Class, config);
    await restored.setWeights(await optimizer.getWeights());
    const next = async (one: tf.Optimizer): Promise<unknown> =>
      (await tinyTraining(one).fit(1, [new Logging('val_loss', [1]), reduceOnPlateau()])).history[
        'learningRate'
      ];
    expect(await next(restored)).toEqual(await next(optimizer));
  });

  test('and the count of epochs with the state', async () => {
    const first = reduceOnPlateau({ factor: 0.5, patience: 3 });
    const optimizer = tf.train.sgd(0.1);
    await tinyTraining(optimizer).fit(3, [new Logging('val_loss', [1, 2, 2]), first]);
    expect(first.save()).toEqual({ best: 1, waited: 2, cooldown: 0 });
    const second = reduceOnPlateau({ factor: 0.5, patience: 3, state: first.save() });
    await tinyTraining(optimizer).fit(1, [new Logging('val_loss', [2]), second]);
    expect(learningRateOf(optimizer)).toBe(0.05);
  });
});

describe('what cannot work is refused', () => {
  test.each<[ReduceOnPlateauOptions, string]>([
    [{ factor: 1 }, 'factor of reduceOnPlateau is 1: pass a number greater than 0 and less than 1'],
    [{ patience: 1.5 }, 'patience of reduceOnPlateau is 1.5: pass a whole number of at least 0'],
    [{ cooldown: -1 }, 'cooldown of reduceOnPlateau is -1: pass a whole number of at least 0'],
    [{ minimum: Number.NaN }, 'minimum of reduceOnPlateau is NaN: pass a finite number'],
    [{ threshold: -1 }, 'threshold of reduceOnPlateau is -1: pass a number of at least 0'],
    [
      { thresholdMode: 'rel' as never },
      `thresholdMode of reduceOnPlateau is "rel": pass 'relative' or 'absolute'`,
    ],
    [{ mode: 'lowest' as never }, `mode of reduceOnPlateau is "lowest": pass 'min', 'max' or 'auto'`],
    [
      { monitor: 'T' },
      "monitor of reduceOnPlateau is 'T', of which is not known whether it is better small or large: pass mode: 'min' or 'max'",
    ],
    [
      { patient: 3 } as never,
      'reduceOnPlateau has no option patient: pass one of monitor, mode, factor, patience, threshold, thresholdMode, cooldown, minimum, state, model',
    ],
  ])('%j, when it is made', (options, message) => {
    expect(() => reduceOnPlateau(options)).toThrow(new ThermoError(message));
  });

  test('an optimizer that follows a process, before the first step', async () => {
    const optimizer = new ThermoSGD({ learningRate: 0.1, process: [hold({ steps: 9 })] });
    await expect(tinyTraining(optimizer).fit(1, reducing())).rejects.toThrow(
      'the optimizer follows a process, which leads its rate: leave out the process (hold), or the callback that turns the rate too',
    );
    expect(optimizer.iterations).toBe(0);
  });

  test('two callbacks that turn one rate, before the first step', async () => {
    const optimizer = tf.train.sgd(0.1);
    const { fit } = tinyTraining(optimizer);
    const both = [reduceOnPlateau(), scheduleLearningRate(cosine({ from: 0.1, steps: 9 }))];
    await expect(fit(1, both)).rejects.toThrow(
      'reduceOnPlateau and scheduleLearningRate both turn the learning rate: pass one of them',
    );
    expect(optimizer.iterations).toBe(0);
    // Neither has a claim on the next training.
    await fit(1, [both[1]]);
  });

  test('a metric that no log has, with the nearest that one has', async () => {
    const { fit } = tinyTraining(tf.train.sgd(0.1));
    await expect(fit(1, [reduceOnPlateau({ monitor: 'lossy' })])).rejects.toThrow(
      "monitor of reduceOnPlateau is 'lossy', which is not in the logs (perhaps you meant 'loss'): there are loss; pass one of these, and put the callback that logs it before this one",
    );
  });

  test('a validation loss where nothing validates', async () => {
    const { fit } = tinyTraining(tf.train.sgd(0.1));
    await expect(fit(1, [reduceOnPlateau()])).rejects.toThrow(
      "monitor of reduceOnPlateau is 'val_loss', which is not in the logs (perhaps you meant 'loss'): there are loss; pass fit its validationData, or monitor: 'loss'",
    );
  });
});
