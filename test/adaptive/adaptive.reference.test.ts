import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { AdamW, Lion, type AdamWOptions, type LionOptions } from '../../src/network/index.js';
import { cosine, linear } from '../../src/control/index.js';
import { useBackend } from '../backends.js';
import { applyGiven, valuesOf } from '../optimizer/givenGradients.js';
import { seededNormal } from '../optimizer/seededNormal.js';

const steps = 100;

interface Numbers {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
}

/** One weight by PyTorch's published update of torch.optim.AdamW, in float64. */
function torchAdamW(start: number, gradients: readonly number[], at: (step: number) => Numbers): number {
  let [weight, mean, square] = [start, 0, 0];
  gradients.forEach((gradient, i) => {
    const { learningRate, beta1, beta2, epsilon, weightDecay } = at(i);
    weight -= learningRate * weightDecay * weight;
    mean = beta1 * mean + (1 - beta1) * gradient;
    square = beta2 * square + (1 - beta2) * gradient ** 2;
    const correctedMean = mean / (1 - beta1 ** (i + 1));
    const correctedSquare = square / (1 - beta2 ** (i + 1));
    weight -= (learningRate * correctedMean) / (Math.sqrt(correctedSquare) + epsilon);
  });
  return weight;
}

/** One weight by algorithm 2 of arXiv 2302.06675, in float64. */
function publishedLion(start: number, gradients: readonly number[], at: (step: number) => Numbers): number {
  let [weight, mean] = [start, 0];
  gradients.forEach((gradient, i) => {
    const { learningRate, beta1, beta2, weightDecay } = at(i);
    const update = beta1 * mean + (1 - beta1) * gradient;
    weight -= learningRate * (Math.sign(update) + weightDecay * weight);
    mean = beta2 * mean + (1 - beta2) * gradient;
  });
  return weight;
}

/** Two kernels and five vectors, of the size of a network's weights. */
const shapes = [[4, 5], [3, 4], [5], [4], [3], [6], [7]];

/** The largest difference between an optimizer's weights and a reference's after all steps. */
async function worstDifference(
  optimizer: tf.Optimizer,
  reference: (start: number, gradients: readonly number[]) => number,
): Promise<number> {
  const normal = seededNormal(5);
  const numbersOf = (factor: number) =>
    shapes.map((shape) =>
      normal(shape.reduce((size, length) => size * length, 1)).map((value) => Math.fround(value * factor)),
    );
  const starts = numbersOf(0.1);
  const given = Array.from({ length: steps }, () => numbersOf(0.2));
  const variables = starts.map((values, i) => tf.variable(tf.tensor(values, shapes[i]!)));
  given.forEach((gradients) => applyGiven(optimizer, variables, gradients));
  const values = await valuesOf(variables);
  optimizer.dispose();
  tf.dispose(variables);
  return Math.max(
    ...starts.flatMap((row, i) =>
      row.map((start, j) => {
        const gradients = given.map((step) => step[i]![j]!);
        return Math.abs(values[i]![j]! - reference(start, gradients));
      }),
    ),
  );
}

const everything = (): boolean => true;

describe.each(['tensorflow', 'wasm', 'cpu'])('on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  // Weights of at most 1/2 are rounded twice a step, by at most 2^-26 each time: 100 x 2 / 2^26 = 3e-6 were all roundings one
  // way, and the root of their number, 14 / 2^26 = 2e-7, when they are as often up as down.
  test.each<[string, AdamWOptions, (step: number) => Numbers]>([
    [
      "at PyTorch's defaults",
      {},
      () => ({ learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 }),
    ],
    [
      'with other numbers',
      { learningRate: 0.003, beta1: 0.8, beta2: 0.95, epsilon: 1e-3, weightDecay: 0.3 },
      () => ({ learningRate: 0.003, beta1: 0.8, beta2: 0.95, epsilon: 1e-3, weightDecay: 0.3 }),
    ],
    [
      'with its rate and decay on schedules',
      {
        learningRate: cosine({ from: 0.003, steps: 100 }),
        weightDecay: linear({ from: 0.3, to: 0, steps: 50 }),
      },
      (step) => ({
        learningRate: 0.0015 * (1 + Math.cos((Math.PI * step) / 100)),
        beta1: 0.9,
        beta2: 0.999,
        epsilon: 1e-8,
        weightDecay: Math.max(0, 0.3 * (1 - step / 50)),
      }),
    ],
  ])('AdamW is that of PyTorch to 1e-6 after 100 steps, %s', async (_, options, numbers) => {
    const optimizer = new AdamW({ ...options, decay: everything });
    expect(
      await worstDifference(optimizer, (start, gradients) => torchAdamW(start, gradients, numbers)),
    ).toBeLessThan(1e-6);
  });

  test.each<[string, LionOptions, Numbers]>([
    [
      "at the paper's defaults",
      {},
      { learningRate: 1e-4, beta1: 0.9, beta2: 0.99, epsilon: 0, weightDecay: 0 },
    ],
    [
      'with other numbers',
      { learningRate: 0.001, beta1: 0.95, beta2: 0.98, weightDecay: 0.5 },
      { learningRate: 0.001, beta1: 0.95, beta2: 0.98, epsilon: 0, weightDecay: 0.5 },
    ],
  ])('Lion is that of its paper to 1e-6 after 100 steps, %s', async (_, options, numbers) => {
    const optimizer = new Lion({ ...options, decay: everything });
    expect(
      await worstDifference(optimizer, (start, gradients) => publishedLion(start, gradients, () => numbers)),
    ).toBeLessThan(1e-6);
  });
});

/**
 * torch.optim.AdamW itself (PyTorch 1.13, float64) on three weights: lr 0.01, betas (0.9, 0.999), eps 1e-8, weight_decay
 * 0.1, gradient of step t (from 1) of weight k (from 0): sin(t (k + 1)) + w / 2.
 */
const torchWeights = [0.4726611675924576, -1.1362753629737758, 0.2111226025456914];

test('the reference is PyTorch itself', () => {
  const numbers = { learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.1 };
  const weights = [1, -2, 0.5].map((start, k) => {
    const gradients: number[] = [];
    for (let t = 1; t <= 100; t += 1) {
      const weight = torchAdamW(start, gradients, () => numbers);
      gradients.push(Math.sin(t * (k + 1)) + weight / 2);
    }
    return torchAdamW(start, gradients, () => numbers);
  });
  weights.forEach((weight, k) => expect(weight).toBeCloseTo(torchWeights[k]!, 12));
});
