import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { cosine, piecewiseConstant } from '../../src/control/index.js';
import { thermalize, type ThermalizedOptimizer } from '../../src/network/index.js';
import { useBackend } from '../backends.js';
import { applyGiven, seededGradients, seededVariables, valuesOf } from '../optimizer/givenGradients.js';
import { bitsOf, compileLogits } from '../tinyNet.js';
import { withMomentum } from './momenta.js';
import { optimizers, setRate } from './optimizers.js';
import { compiled, reloaded, train } from './training.js';

const steps = 8;
const schedule = cosine({ from: 0.02, to: 0.002, steps: 6 });
// One that falls to 0 and rises again, since a product of momenta stays 0 from there on.
const momenta = [0.9, 0.8, 0.7, 0, 0.5, 0.9, 0.95, 0.6];
const momentum = piecewiseConstant({ values: momenta, boundaries: [1, 2, 3, 4, 5, 6, 7] });
const kernelsOf = (model: tf.LayersModel): tf.Variable[] =>
  model.trainableWeights.map((weight) => weight.read() as tf.Variable).filter(({ rank }) => rank > 1);

/** Trains with an optimizer and disposes it: its steps after the second add no tensor, and nothing outlives it. */
async function expectNoTensorLeft(make: () => ThermalizedOptimizer): Promise<void> {
  const start = tf.memory().numTensors;
  const model = compiled(make());
  await train(model, 0, 2);
  const { numTensors } = tf.memory();
  await train(model, 2, steps);
  expect(tf.memory().numTensors).toBe(numTensors);
  model.optimizer.dispose();
  model.dispose();
  expect(tf.memory().numTensors).toBe(start);
}

describe.each(['tensorflow', 'wasm', 'cpu'])('on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  describe.each(withMomentum)('%s', (_, { make, own, remade, rule }) => {
    test('with a momentum that moves takes the steps of its formula', async () => {
      const { kernels, others } = seededVariables();
      const variables = [...kernels, ...others];
      const rules = variables.map(({ values }) => values.map(rule));
      let expected = variables.map(({ values }) => values);
      const optimizer = thermalize(make(), { momentum });
      const next = seededGradients(0.2);
      for (const a of momenta) {
        const given = next();
        const gradients = [...given.kernels, ...given.others];
        applyGiven(
          optimizer,
          variables.map(({ variable }) => variable),
          gradients,
        );
        expected = expected.map((row, i) =>
          row.map((weight, j) => rules[i]![j]!(weight, gradients[i]![j]!, a)),
        );
      }
      expectClose(await valuesOf(variables.map(({ variable }) => variable)), expected);
      optimizer.dispose();
      tf.dispose(variables.map(({ variable }) => variable));
    });

    test('with a momentum given as an option has the bits of one made with it', async () => {
      const [plain, thermalized] = [
        compiled(remade(0.7)),
        compiled(
          thermalize(make(), { momentum: piecewiseConstant({ values: [0.7, 0.7], boundaries: [3] }) }),
        ),
      ];
      for (const model of [plain, thermalized]) await train(model, 0, steps);
      expect(own(make())).not.toBe(0.7);
      expect(await bitsOf(thermalized)).toEqual(await bitsOf(plain));
    });

    test.each([0, 1, 5])('saved after %d steps goes on with its momentum to the same bits', async (cut) => {
      const options = { learningRate: schedule, momentum, weightDecay: 0.1 };
      const whole = compiled(thermalize(make(), options));
      await train(whole, 0, steps);
      const first = compiled(thermalize(make(), options));
      await train(first, 0, cut);
      const second = await reloaded(await reloaded(first));
      await train(second, cut, steps);
      expect(own((second.optimizer as ThermalizedOptimizer).wrapped)).toBe(momenta.at(-1));
      expect(await bitsOf(second)).toEqual(await bitsOf(whole));
    });

    test('with a momentum that moves leaves no tensor behind, step by step and when disposed', async () => {
      await expectNoTensorLeft(() =>
        thermalize(make(), { learningRate: schedule, momentum, weightDecay: 0.1 }),
      );
    });
  });

  describe.each(optimizers)('%s', (name, make) => {
    test('has a momentum to be moved, or refuses one', () => {
      const optimizer = make();
      const moved = () => thermalize(optimizer, { momentum: 0.5 });
      if (withMomentum.some(([known]) => known === name)) expect(moved).not.toThrow();
      else
        expect(moved).toThrow(
          /^(optimizer \w+ has no momentum: leave|momentum is given for \w+, which takes)/,
        );
      optimizer.dispose();
    });

    test('with everything off has the bits of the plain optimizer', async () => {
      const [plain, thermalized] = [compiled(make()), compiled(thermalize(make()))];
      for (const model of [plain, thermalized]) await train(model, 0, steps);
      expect(await bitsOf(thermalized)).toEqual(await bitsOf(plain));
    });

    test('obeys a schedule to the bit, as if its rate had been set by hand before each step', async () => {
      const byHand = make();
      const [plain, thermalized] = [
        compiled(byHand),
        compiled(thermalize(make(), { learningRate: schedule })),
      ];
      for (let step = 0; step < steps; step += 1) {
        setRate(byHand, schedule(step));
        await train(plain, step, step + 1);
        await train(thermalized, step, step + 1);
      }
      expect(await bitsOf(thermalized)).toEqual(await bitsOf(plain));
    });

    test('decay takes eta lambda of every kernel and nothing of vectors, before its own step, to the bit', async () => {
      const run = async (optimizer: tf.Optimizer, kept: number) => {
        const { kernels, others } = seededVariables();
        const variables = [...kernels, ...others].map(({ variable }) => variable);
        const next = seededGradients(0.2);
        for (let step = 0; step < steps; step += 1) {
          tf.tidy(() => {
            for (const variable of variables) if (variable.rank > 1) variable.assign(tf.mul(variable, kept));
          });
          const gradients = next();
          applyGiven(optimizer, variables, [...gradients.kernels, ...gradients.others]);
        }
        const values = await valuesOf(variables);
        optimizer.dispose();
        tf.dispose(variables);
        return values;
      };
      const byHand = make();
      setRate(byHand, 0.03);
      const thermalized = thermalize(make(), { learningRate: 0.03, weightDecay: 0.2 });
      expect(await run(thermalized, 1)).toEqual(await run(byHand, 1 - 0.03 * 0.2));
    });

    test('clipping by global norm hands on gradients of the given length at most, and short ones as they are', async () => {
      const { given, clipped } = await sideBySide(make, { clipGlobalNorm: 1.5 }, (gradients) => {
        const length = Math.hypot(...gradients.flat());
        return gradients.map((gradient) => gradient.map((value) => value * Math.min(1, 1.5 / length)));
      });
      expectClose(clipped, given);
    });

    test('clipping by norm does so for each variable', async () => {
      const { given, clipped } = await sideBySide(make, { clipNorm: 0.7 }, (gradients) =>
        gradients.map((gradient) =>
          gradient.map((value) => value * Math.min(1, 0.7 / Math.hypot(...gradient))),
        ),
      );
      expectClose(clipped, given);
    });

    test('clipping by value does so for each element', async () => {
      const { given, clipped } = await sideBySide(make, { clipValue: 0.1 }, (gradients) =>
        gradients.map((gradient) => gradient.map((value) => Math.max(-0.1, Math.min(0.1, value)))),
      );
      expectClose(clipped, given);
    });

    test('stays on a sphere to one part in a million, whichever radius it started from', async () => {
      const { kernels, others } = seededVariables();
      const variables = [...kernels, ...others].map(({ variable }) => variable);
      const optimizer = thermalize(make(), {
        effectiveLearningRate: 0.002,
        radius: 3,
        invariant: 'kernel*',
        others: { learningRate: 0.01 },
      });
      const next = seededGradients(0.2);
      for (let step = 0; step < steps; step += 1) {
        const gradients = next();
        applyGiven(optimizer, variables, [...gradients.kernels, ...gradients.others]);
        const values = await valuesOf(kernels.map(({ variable }) => variable));
        expect(Math.abs(Math.hypot(...values.flat()) / 3 - 1)).toBeLessThan(1e-6);
      }
      optimizer.dispose();
      tf.dispose(variables);
    });

    test('at an effective rate steps by eta_eff r^2 in the direction of its own step', async () => {
      const run = async (optimizer: tf.Optimizer) => {
        const { kernels } = seededVariables();
        const variables = kernels.map(({ variable }) => variable);
        applyGiven(optimizer, variables, seededGradients(0.2)().kernels);
        const values = (await valuesOf(variables)).flat();
        optimizer.dispose();
        tf.dispose(variables);
        return { before: kernels.flatMap((kernel) => kernel.values), values };
      };
      const unit = make();
      setRate(unit, 1);
      // A decay of its own would be part of the direction of the plain step too.
      const plain = await run(unit);
      const rate = 1e-4 * plain.before.reduce((sum, value) => sum + value * value, 0);
      const expected = plain.before.map(
        (weight, i) => weight * (1 - rate * 0.5) + rate * (plain.values[i]! - weight),
      );
      const { values } = await run(
        thermalize(make(), { effectiveLearningRate: 1e-4, weightDecay: 0.5, invariant: 'kernel*' }),
      );
      expectClose([values], [expected]);
    });

    test.each([0, 1, 5])(
      'saved after %d steps and loaded under new names goes on to the same bits',
      async (cut) => {
        const options = () => ({
          learningRate: schedule,
          weightDecay: 0.1,
          clipGlobalNorm: 1,
          decay: ['kernel'],
        });
        const whole = compiled(thermalize(make(), options()));
        await train(whole, 0, steps);
        const first = compiled(thermalize(make(), options()));
        await train(first, 0, cut);
        const second = await reloaded(await reloaded(first));
        expect(second.trainableWeights[0]!.name).not.toBe(first.trainableWeights[0]!.name);
        expect(second.optimizer.iterations).toBe(cut);
        await train(second, cut, steps);
        expect(await bitsOf(second)).toEqual(await bitsOf(whole));
      },
    );

    test('saved at an effective rate goes on to the same bits', async () => {
      const options = {
        effectiveLearningRate: cosine({ from: 1e-3, to: 1e-4, steps: 6 }),
        weightDecay: 0.1,
        invariant: ['dense*/kernel'],
        others: { learningRate: schedule, weightDecay: 0.1 },
      };
      const invariant = ({ shape }: tf.Variable) => shape[0] === 6 || shape[0] === 5;
      const [whole, first] = [0, 1].map(() => {
        const model = compiled(thermalize(make(), { ...options, invariant }));
        return model;
      }) as [tf.Sequential, tf.Sequential];
      await train(whole, 0, steps);
      await train(first, 0, 4);
      const second = await reloaded(first);
      await train(second, 4, steps);
      expect(await bitsOf(second)).toEqual(await bitsOf(whole));
    });

    test('a layer that is frozen for a while neither moves nor decays, and the others find their state again', async () => {
      const model = compiled(thermalize(make(), { weightDecay: 0.1 }));
      const { optimizer } = model;
      const [frozen, moving] = kernelsOf(model) as [tf.Variable, tf.Variable];
      const valueOf = async (variable: tf.Variable) => (await variable.data()).slice();
      await train(model, 0, 2);
      const before = [await valueOf(frozen), await valueOf(moving)];
      model.layers[0]!.trainable = false;
      compileLogits(model, optimizer);
      await train(model, 2, 4);
      expect(await valueOf(frozen)).toEqual(before[0]);
      expect(await valueOf(moving)).not.toEqual(before[1]);
      model.layers[0]!.trainable = true;
      compileLogits(model, optimizer);
      await train(model, 4, 5);
      expect(await valueOf(frozen)).not.toEqual(before[0]);
    });

    test('leaves no tensor behind, step by step and when disposed', async () => {
      await expectNoTensorLeft(() =>
        thermalize(make(), { learningRate: schedule, weightDecay: 0.1, clipGlobalNorm: 1 }),
      );
    });
  });
});

/** Steps of a thermalized optimizer beside those of a plain one on gradients that were clipped in float64. */
async function sideBySide(
  make: () => tf.Optimizer,
  options: Parameters<typeof thermalize>[1],
  clip: (gradients: readonly number[][]) => number[][],
) {
  const run = async (optimizer: tf.Optimizer, change: (gradients: number[][]) => number[][]) => {
    const { kernels, others } = seededVariables();
    const variables = [...kernels, ...others].map(({ variable }) => variable);
    const [long, short] = [seededGradients(0.5), seededGradients(0.01)];
    for (let step = 0; step < 5; step += 1) {
      const next = (step % 2 === 0 ? long : short)();
      applyGiven(optimizer, variables, change([...next.kernels, ...next.others]));
    }
    const values = await valuesOf(variables);
    optimizer.dispose();
    tf.dispose(variables);
    return values;
  };
  return {
    given: await run(make(), clip),
    clipped: await run(thermalize(make(), options), (gradients) => gradients),
  };
}

// float32 rounds each result to one part in 2^24, a gradient three times in clipping; weights are at most 4 here, and five
// steps make at most ten roundings each: 5 x 13 x 4 / 2^24.
const tolerance = 1.6e-5;

function expectClose(values: readonly number[][], expected: readonly number[][]): void {
  const worst = Math.max(
    ...values.flatMap((row, i) => row.map((value, j) => Math.abs(value - expected[i]![j]!))),
  );
  expect(worst).toBeLessThan(tolerance);
}
