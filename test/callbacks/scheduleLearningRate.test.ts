import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { cosine, stepDecay } from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';
import { AdamW, scheduleLearningRate, thermalize, ThermoSGD } from '../../src/network/index.js';
import { AfterBatch } from '../afterBatch.js';
import { bitsOf } from '../tinyNet.js';
import { learningRateOf, tinyTraining } from './training.js';

const schedule = cosine({ from: 0.1, steps: 6 });

describe('an optimizer follows a schedule', () => {
  test.each<[string, () => tf.Optimizer]>([
    ['sgd', () => tf.train.sgd(1)],
    ['momentum', () => tf.train.momentum(1, 0.9)],
    ['adagrad', () => tf.train.adagrad(1)],
    ['adadelta', () => tf.train.adadelta(1)],
    ['adam', () => tf.train.adam(1)],
    ['adamax', () => tf.train.adamax(1)],
    ['rmsprop', () => tf.train.rmsprop(1)],
  ])('tf.train.%s: step by step, on through a second training', async (_, make) => {
    const optimizer = make();
    const { fit } = tinyTraining(optimizer);
    const rates: number[] = [];
    const callbacks = [
      scheduleLearningRate(schedule),
      new AfterBatch(() => rates.push(learningRateOf(optimizer))),
    ];
    const { history } = await fit(2, callbacks);
    await fit(1, callbacks);
    expect(rates).toEqual([0, 1, 2, 3, 4, 5].map(schedule));
    expect(history['learningRate']).toEqual([schedule(1), schedule(3)]);
  });

  test('in its weights: sgd on a schedule is ThermoSGD on it, bit for bit', async () => {
    const plain = tinyTraining(tf.train.sgd(1));
    await plain.fit(3, [scheduleLearningRate(schedule)]);
    const thermal = tinyTraining(new ThermoSGD({ learningRate: schedule, invariant: 'kernel' }));
    await thermal.fit(3, []);
    expect(await bitsOf(plain.model)).toEqual(await bitsOf(thermal.model));
  });

  test('by epochs, on from an initial one', async () => {
    const byEpochs = stepDecay({ from: 0.8, every: 2, factor: 0.5 });
    const { fit } = tinyTraining(tf.train.sgd(1));
    const { history } = await fit(5, [scheduleLearningRate(byEpochs, { by: 'epochs' })], { initialEpoch: 1 });
    expect(history['learningRate']).toEqual([0.8, 0.4, 0.4, 0.2]);
  });
});

describe('what cannot work is refused', () => {
  test('what is no schedule, and a count that is not known, when it is made', () => {
    expect(() => scheduleLearningRate(0.1 as never)).toThrow(
      new ThermoError(
        'scheduleLearningRate is given 0.1: pass a schedule such as cosine({ from: 0.1, steps: 1000 })',
      ),
    );
    expect(() => scheduleLearningRate(schedule, { by: 'batches' as never })).toThrow(
      new ThermoError(`by of scheduleLearningRate is "batches": pass 'steps' or 'epochs'`),
    );
  });

  test.each<[string, tf.Optimizer]>([
    ['ThermoSGD', new ThermoSGD({ learningRate: 0.1 })],
    ['ThermalizedOptimizer', thermalize(tf.train.adam())],
    ['AdamW', new AdamW({ learningRate: schedule })],
  ])('an optimizer that takes schedules itself: %s', async (name, optimizer) => {
    await expect(tinyTraining(optimizer).fit(1, [scheduleLearningRate(schedule)])).rejects.toThrow(
      `scheduleLearningRate is for optimizers that take no schedules: pass the schedule to ${name} as its learningRate, and leave the callback out`,
    );
  });

  test('a rate below 0, at its step', async () => {
    const optimizer = tf.train.sgd(0.1);
    const falling = (step: number): number => 0.1 - 0.1 * step;
    await expect(tinyTraining(optimizer).fit(3, [scheduleLearningRate(falling)])).rejects.toThrow(
      'learningRate of scheduleLearningRate at steps 2 is -0.1: pass a number of at least 0',
    );
    expect(optimizer.iterations).toBe(2);
  });
});
