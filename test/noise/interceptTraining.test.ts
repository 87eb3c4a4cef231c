import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { noiseProbe } from '../../src/network/noise/index.js';
import { interceptTraining } from '../../src/network/noise/interceptTraining.js';
import { useBackend } from '../backends.js';
import { compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';

beforeAll(() => useBackend('cpu'));

/** The model inside the Sequential, which trains, and the Sequential: both have a method replaced. */
const replacedMethods = (model: tf.Sequential): string[] => [
  ...Object.keys(model).filter((name) => name === 'build'),
  ...Object.keys((model as unknown as { model: object }).model).filter(
    (name) => name === 'makeTrainFunction',
  ),
];

const trainOnce = async (model: tf.Sequential): Promise<void> => {
  const { xs, ys } = tinyExamples(8);
  await model.trainOnBatch(xs, ys);
  tf.dispose([xs, ys]);
};

describe('interceptTraining', () => {
  test.each([
    ['the first is taken off first', [0, 1]],
    ['the second is taken off first', [1, 0]],
  ])('gives the model its own methods back with the last listener, when %s', async (_, order) => {
    const model = compileLogits(tinyNet(), tf.train.sgd(0.01));
    const calls = [0, 0];
    const releases = calls.map((__, i) => interceptTraining(model, () => void (calls[i]! += 1)));
    await trainOnce(model);
    expect(calls).toEqual([1, 1]);
    releases[order[0]!]!();
    releases[order[0]!]!();
    await trainOnce(model);
    expect([calls[order[0]!], calls[order[1]!]]).toEqual([1, 2]);
    expect(replacedMethods(model)).toEqual(['build', 'makeTrainFunction']);
    releases[order[1]!]!();
    expect(replacedMethods(model)).toEqual([]);
    await trainOnce(model);
    expect(calls.toSorted()).toEqual([1, 2]);
  });

  test('goes on listening to the model that a Sequential puts inside itself when it is compiled', async () => {
    const model = compileLogits(tinyNet(), tf.train.sgd(0.01));
    let calls = 0;
    const release = interceptTraining(model, () => void (calls += 1));
    compileLogits(model, tf.train.sgd(0.01));
    await trainOnce(model);
    expect(calls).toBe(1);
    release();
    expect(replacedMethods(model)).toEqual([]);
  });

  test('leaves a method that another has wrapped since to its owner, and calls nobody through it', async () => {
    const model = compileLogits(tinyNet(), tf.train.sgd(0.01));
    let calls = 0;
    const release = interceptTraining(model, () => void (calls += 1));
    const wrapped = model.build;
    const theirs: typeof wrapped = (shape) => wrapped.call(model, shape);
    model.build = theirs;
    release();
    expect(model.build).toBe(theirs);
    compileLogits(model, tf.train.sgd(0.01));
    await trainOnce(model);
    expect(calls).toBe(0);
  });
});

describe('a probe on drawn examples', () => {
  test('disposes them, and is no training that others hear of', () => {
    const model = compileLogits(tinyNet(), tf.train.sgd(0.01));
    let calls = 0;
    const release = interceptTraining(model, () => void (calls += 1));
    const drawn: tf.Tensor[] = [];
    // Made outside the probe's tidy, as a loader that draws ahead does.
    const ahead = [tinyExamples(8, 1), tinyExamples(8, 2)];
    const probe = noiseProbe({
      source: {
        batchSize: 8,
        draw() {
          const { xs, ys } = ahead.pop()!;
          drawn.push(xs, ys);
          return { xs, ys };
        },
      },
      estimator: 'pair',
      model,
      due: () => false,
      variables: () => [],
    });
    probe.look([model.trainableWeights[0]!.read() as tf.Variable]);
    expect(drawn.map(({ isDisposed }) => isDisposed)).toEqual([true, true, true, true]);
    expect(calls).toBe(0);
    probe.dispose();
    release();
  });
});
