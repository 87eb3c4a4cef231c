import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hold, linear, oneCycle, piecewiseConstant } from '../../src/control/index.js';
import { thermalize, ThermalizedOptimizer } from '../../src/network/index.js';
import { totalTemperature } from '../../src/physics/index.js';
import { useBackend } from '../backends.js';
import { applyGiven, seededGradients, seededVariables, valuesOf } from '../optimizer/givenGradients.js';

beforeAll(() => useBackend('cpu'));

/** The momentum that an optimizer's last step had. */
function inForce({ wrapped }: ThermalizedOptimizer): number {
  const { momentum, beta1 } = wrapped as unknown as { momentum?: number; beta1?: number };
  return (momentum ?? beta1)!;
}

// Values of torch OneCycleLR(max_lr=1, total_steps=20), as in the table of schedules.
test.each<[string, () => tf.Optimizer]>([
  ['momentum', () => tf.train.momentum(0.1, 0.5)],
  ['adam', () => tf.train.adam(0.1)],
])('%s follows one cycle of rate and momentum, each step at the value of PyTorch', (_, make) => {
  const optimizer = thermalize(make(), {
    learningRate: oneCycle({ peak: 1, steps: 20 }),
    momentum: oneCycle({ peak: 0.85, from: 0.95, to: 0.95, steps: 20 }),
  });
  const weight = tf.variable(tf.tensor1d([1, 2]));
  const shown = Array.from({ length: 20 }, () => {
    applyGiven(optimizer, [weight], [[0.1, -0.2]]);
    return [(optimizer.wrapped as unknown as { learningRate: number }).learningRate, inForce(optimizer)];
  });
  for (const [step, rate, momentum] of [
    [0, 0.04, 0.95],
    [3, 0.6683281572999747, 0.8845491502812526],
    [5, 1, 0.85],
    [6, 0.9874640062350873, 0.8512536043909088],
    [12, 0.500002, 0.9],
    [19, 4e-6, 0.95],
  ] as const) {
    expect(shown[step]![0]! / rate, `rate of step ${step}`).toBeCloseTo(1, 12);
    expect(shown[step]![1]! / momentum, `momentum of step ${step}`).toBeCloseTo(1, 12);
  }
  optimizer.dispose();
  weight.dispose();
});

// Where the moments are means of gradients that are all the same, corrected they are that gradient: each weight moves by eta.
// beta2 = .999 is rounded to float32, which leaves 3e-5 of 1 - beta2; a weight of 1 is rounded to 6e-6 of a step.
test.each<[string, () => tf.Optimizer]>([
  ['adam', () => tf.train.adam(0.01)],
  ['adamax', () => tf.train.adamax(0.01, 0.9, 0.99)],
])(
  '%s follows a lasting gradient at its full rate, however b1 moves and though it was wrapped late',
  async (_, make) => {
    const plain = make();
    const weight = tf.variable(tf.tensor1d([1, -1]));
    const step = async (optimizer: tf.Optimizer): Promise<number[]> => {
      const before = (await valuesOf([weight]))[0]!;
      applyGiven(optimizer, [weight], [[0.3, -0.7]]);
      return (await valuesOf([weight]))[0]!.map((value, i) => (value - before[i]!) / 0.01);
    };
    const moves = [await step(plain), await step(plain)];
    const momentum = piecewiseConstant({ values: [0.5, 0.95, 0, 0.8], boundaries: [2, 4, 5] });
    const optimizer = thermalize(plain, { momentum });
    for (let count = 0; count < 7; count += 1) moves.push(await step(optimizer));
    for (const [first, second] of moves) {
      expect(Math.abs(first! + 1)).toBeLessThan(1e-4);
      expect(Math.abs(second! - 1)).toBeLessThan(1e-4);
    }
    optimizer.dispose();
    weight.dispose();
  },
);

test('what is refused leaves an adam as it was', async () => {
  const after = async (optimizer: tf.Optimizer) => {
    const weight = tf.variable(tf.tensor1d([1, 2]));
    for (let step = 0; step < 3; step += 1) applyGiven(optimizer, [weight], [[0.1 * step, -0.2]]);
    const values = await valuesOf([weight]);
    weight.dispose();
    optimizer.dispose();
    return values;
  };
  const refused = tf.train.adam(0.01);
  expect(() => thermalize(refused, { momentum: () => 1 })).toThrow('momentum is 1');
  expect(() => thermalize(refused, { momentum: 0.5, effectiveLearningRate: 1, others: 3 as never })).toThrow(
    'others',
  );
  expect(await after(refused)).toEqual(await after(tf.train.adam(0.01)));
});

test('decay takes eta lambda of the weights whatever the momentum, and shows as the pressure (1 - a) lambda of each step', async () => {
  const momentum = linear({ from: 0.9, to: 0.5, steps: 20 });
  for (const rate of [{ learningRate: 0.1 }, { effectiveLearningRate: 0.01 }]) {
    const { kernels } = seededVariables();
    const variables = kernels.map(({ variable }) => variable);
    const options = { ...rate, weightDecay: 0.2, momentum, invariant: 'kernel*' };
    const optimizer = thermalize(tf.train.momentum(0.1, 0.9), options);
    let expected = kernels.map(({ values }) => values);
    for (let step = 0; step < 20; step += 1) {
      applyGiven(
        optimizer,
        variables,
        kernels.map(({ values }) => values.map(() => 0)),
      );
      const squared = expected.flat().reduce((sum, value) => sum + value * value, 0);
      const kept = 1 - (rate.learningRate ?? 0.01 * squared) * 0.2;
      expected = expected.map((row) => row.map((value) => value * kept));
    }
    const values = await valuesOf(variables);
    // 20 products of weights of at most 4, each rounded to 2^-24 of itself, and at an effective rate so is r^2.
    values.forEach((row, i) =>
      row.forEach((value, j) => expect(Math.abs(value - expected[i]![j]!)).toBeLessThan(1e-5)),
    );
    const { whole } = await optimizer.read();
    const mean =
      Array.from({ length: 20 }, (_, step) => 0.2 * (1 - momentum(step))).reduce((a, b) => a + b) / 20;
    expect(whole.pressure / mean).toBeCloseTo(1, 5);
    optimizer.dispose();
    tf.dispose(variables);
  }
});

test('the temperature of a window is that of its steps, each with its own rate and momentum', async () => {
  const momentum = linear({ from: 0.95, to: 0.6, steps: 20 });
  const learningRate = linear({ from: 0.001, to: 0.02, steps: 20 });
  const optimizer = thermalize(tf.train.momentum(0.1, 0.9), { learningRate, momentum, invariant: 'kernel*' });
  const { kernels } = seededVariables();
  const gradients = seededGradients(0.1)().kernels;
  for (let step = 0; step < 20; step += 1) {
    applyGiven(
      optimizer,
      kernels.map(({ variable }) => variable),
      gradients,
    );
  }
  const squared = gradients.flat().reduce((sum, value) => sum + value * value, 0);
  const expected =
    Array.from({ length: 20 }, (_, t) => (learningRate(t) * squared) / (1 - momentum(t))).reduce(
      (a, b) => a + b,
    ) /
    (20 * 2 * (32 - 1));
  const { whole } = await optimizer.read();
  const shown = totalTemperature({ ...whole, momentum: whole.control.momentum });
  // Sums of 20 numbers in float32.
  expect(shown / expected).toBeCloseTo(1, 5);
  optimizer.dispose();
  tf.dispose(kernels.map(({ variable }) => variable));
});

test('saved within a window, the reading is that of one that went on', async () => {
  const run = async (isSaved: boolean) => {
    const { kernels } = seededVariables();
    const variables = kernels.map(({ variable }) => variable);
    let optimizer = thermalize(tf.train.momentum(0.01, 0.9), {
      momentum: linear({ from: 0.9, to: 0.1, steps: 8 }),
      weightDecay: 0.1,
      invariant: variables.map(({ name }) => name),
    });
    const next = seededGradients(0.1);
    for (let step = 0; step < 8; step += 1) {
      applyGiven(optimizer, variables, next().kernels);
      if (step !== 4 || !isSaved) continue;
      const config = JSON.parse(JSON.stringify(optimizer.getConfig())) as tf.serialization.ConfigDict;
      const tensors = (await optimizer.getWeights()).map(({ name, tensor }) => ({
        name,
        tensor: tf.clone(tensor),
      }));
      const resumed = ThermalizedOptimizer.fromConfig(ThermalizedOptimizer as never, config);
      await (resumed as unknown as ThermalizedOptimizer).setWeights(tensors);
      optimizer.dispose();
      optimizer = resumed as unknown as ThermalizedOptimizer;
    }
    const reading = await optimizer.read();
    optimizer.dispose();
    tf.dispose(variables);
    return reading.whole;
  };
  expect(await run(true)).toEqual(await run(false));
});

describe('in a process', () => {
  test.each<[string, () => tf.Optimizer, number]>([
    ["the gas's momentum stays at its start", () => tf.train.momentum(0.1, 0.9), 0.9],
    ["adam's follows its schedule", () => tf.train.adam(0.1), 0.5],
    ["adamax's follows its schedule", () => tf.train.adamax(0.1), 0.5],
    ["rmsprop's follows its schedule", () => tf.train.rmsprop(0.1, 0.9, 0.9), 0.5],
  ])('%s', (_, make, last) => {
    const optimizer = thermalize(make(), {
      momentum: linear({ from: 0.9, to: 0.5, steps: 4 }),
      process: [hold({ steps: 10 })],
    });
    const weight = tf.variable(tf.tensor1d([1, 2]));
    for (let step = 0; step < 5; step += 1) applyGiven(optimizer, [weight], [[0.1, -0.2]]);
    expect(inForce(optimizer)).toBe(last);
    optimizer.dispose();
    weight.dispose();
  });
});
