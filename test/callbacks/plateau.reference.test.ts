import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { reduceOnPlateau, type ReduceOnPlateauOptions } from '../../src/network/index.js';
import { Logging, tinyTraining } from './training.js';

/** A value so many times over. */
const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value);
const series = (count: number, at: (i: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => at(i));

/** The rate after each epoch of a training at 0.5 whose metric takes given values. */
async function ratesOf(options: ReduceOnPlateauOptions, metric: readonly number[]): Promise<number[]> {
  const { fit } = tinyTraining(tf.train.sgd(0.5));
  const callbacks = [new Logging('val_loss', metric), reduceOnPlateau(options)];
  // One epoch more: the logs of an epoch tell the rate that it had.
  const { history } = await fit(metric.length + 1, callbacks);
  return history['learningRate']!.slice(1) as number[];
}

/**
 * The cases of PyTorch's own tests of ReduceLROnPlateau (test/optim/test_lrscheduler.py, test_reduce_lr_on_plateau1 to 8). Its
 * patience counts the epochs that are borne, ours those until the rate is reduced, which is one more.
 */
test.each<[string, ReduceOnPlateauOptions, number[], number[]]>([
  [
    '1',
    { thresholdMode: 'absolute', threshold: 0.01, patience: 6, cooldown: 5 },
    series(10, (i) => 10 - i * 0.0167),
    times(10, 0.5),
  ],
  [
    '2',
    { thresholdMode: 'absolute', threshold: 0.1, patience: 6 },
    series(22, (i) => 10 - i * 0.0165),
    [...times(6, 0.5), ...times(7, 0.05), ...times(7, 0.005), ...times(2, 0.0005)],
  ],
  [
    '3',
    { mode: 'max', thresholdMode: 'absolute', patience: 6, cooldown: 5 },
    [...times(2, -0.8), ...times(20, -0.234)],
    [...times(8, 0.5), ...times(11, 0.05), ...times(3, 0.005)],
  ],
  ['4', { mode: 'max', threshold: 0.1, patience: 4 }, series(20, (i) => 1.5 * 1.025 ** i), times(20, 0.5)],
  [
    '5',
    { mode: 'max', threshold: 0.1, patience: 6, cooldown: 5 },
    series(20, (i) => 1.5 * 1.005 ** i),
    [...times(6, 0.5), ...times(11, 0.05), ...times(3, 0.005)],
  ],
  ['6', { threshold: 0.1 }, series(20, (i) => 1.5 * 0.85 ** i), times(20, 0.5)],
  [
    '7',
    { threshold: 0.1, patience: 6, cooldown: 5 },
    [...times(7, 1), 0.6, ...times(12, 0.5)],
    [...times(6, 0.5), ...times(11, 0.05), ...times(3, 0.005)],
  ],
  [
    '8',
    { mode: 'max', threshold: 0.1, patience: 6, cooldown: 5, minimum: 0.3 },
    series(20, (i) => 1.5 * 1.005 ** i),
    [...times(6, 0.5), ...times(14, 0.3)],
  ],
])("reduceOnPlateau gives the rates of PyTorch's test %s", async (_, options, metric, expected) => {
  const rates = await ratesOf(options, metric);
  expect(rates).toHaveLength(expected.length);
  rates.forEach((rate, epoch) => expect(rate).toBeCloseTo(expected[epoch]!, 12));
});

/**
 * What Keras 3's ReduceLROnPlateau does (keras/src/callbacks/reduce_lr_on_plateau.py), followed by hand. Its cooldown of 3 ends
 * with the third epoch, which is counted already: ours of 2.
 */
test.each<[string, ReduceOnPlateauOptions, number[], number[]]>([
  [
    'patience 2',
    { thresholdMode: 'absolute', patience: 2, factor: 0.5 },
    [1, 1, 1, 1, 1, 0.5, 0.5, 0.5],
    [0.5, 0.5, 0.25, 0.25, 0.125, 0.125, 0.125, 0.0625],
  ],
  [
    'patience 2 and a cooldown of 3',
    { thresholdMode: 'absolute', patience: 2, factor: 0.5, cooldown: 2 },
    [1, 1, 1, 1, 1, 1, 1, 1],
    [0.5, 0.5, 0.25, 0.25, 0.25, 0.25, 0.125, 0.125],
  ],
  [
    'patience 0, which acts as 1 does',
    { thresholdMode: 'absolute', patience: 0, factor: 0.5 },
    [1, 1, 0.9, 0.9],
    [0.5, 0.25, 0.25, 0.125],
  ],
  [
    'a value that is not a number, which is no improvement',
    { thresholdMode: 'absolute', patience: 2, factor: 0.5 },
    [1, Number.NaN, Number.NaN, 0.5],
    [0.5, 0.5, 0.25, 0.25],
  ],
])('reduceOnPlateau gives the rates of Keras with %s', async (_, options, metric, expected) => {
  expect(await ratesOf(options, metric)).toEqual(expected);
});
