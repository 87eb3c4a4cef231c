import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hold } from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';
import { ThermoSGD, type ThermoSGDOptions } from '../../src/network/index.js';
import { adiabatic } from '../../src/physics/index.js';
import { useBackend } from '../backends.js';
import { digitBatch, smallConvNet } from '../networks.js';
import { applyGiven, seededGradients, seededVariables, valuesOf } from './givenGradients.js';

beforeAll(() => useBackend('tensorflow'));

const trainables = (model: tf.LayersModel): tf.Variable[] =>
  model.trainableWeights.map((weight) => weight.read() as tf.Variable);

const lossOf = (model: tf.LayersModel, seed: number) => (): tf.Scalar => {
  const { xs, ys } = digitBatch(8, seed);
  return tf.losses.softmaxCrossEntropy(ys, model.apply(xs, { training: true }) as tf.Tensor);
};

const compile = (model: tf.LayersModel, optimizer: tf.Optimizer): void =>
  model.compile({ optimizer, loss: (labels, logits) => tf.losses.softmaxCrossEntropy(labels, logits) });

async function trainOnBatches(model: tf.LayersModel, steps: number, firstSeed = 0): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    const { xs, ys } = digitBatch(8, firstSeed + step);
    await model.trainOnBatch(xs, ys);
    tf.dispose([xs, ys]);
  }
}

const kernelOptions: ThermoSGDOptions = { effectiveLearningRate: 0.01, weightDecay: 0.02, momentum: 0.9 };

describe('gradients', () => {
  test('may come as an array or as a map, with the same bits', async () => {
    const weights = await Promise.all(
      [false, true].map(async (asMap) => {
        const { kernels, others } = seededVariables();
        const variables = [...kernels, ...others].map(({ variable }) => variable);
        const optimizer = new ThermoSGD({ ...kernelOptions, invariant: 'kernel*' });
        const gradients = seededGradients(0.2);
        for (let step = 0; step < 5; step += 1) {
          const given = gradients();
          const rows = [...given.kernels, ...given.others];
          if (asMap) {
            tf.tidy(() =>
              optimizer.applyGradients(
                Object.fromEntries(variables.map(({ name, shape }, i) => [name, tf.tensor(rows[i]!, shape)])),
              ),
            );
          } else {
            applyGiven(optimizer, variables, rows);
          }
        }
        return valuesOf(variables);
      }),
    );
    expect(weights[1]).toEqual(weights[0]);
  });

  test('that are null leave their weights alone, and the others share the radius of those that move', async () => {
    const { kernels, others } = seededVariables();
    const variables = [...kernels, ...others].map(({ variable }) => variable);
    const optimizer = new ThermoSGD({ ...kernelOptions, invariant: 'kernel*' });
    const given = seededGradients(0.2)();
    applyGiven(optimizer, variables, [null, given.kernels[1]!, null, ...given.others.slice(1)]);
    const [first, second, third, fourth] = await valuesOf(variables);
    expect(first).toEqual(kernels[0]!.values);
    expect(second).not.toEqual(kernels[1]!.values);
    expect(third).toEqual(others[0]!.values);
    expect(fourth).not.toEqual(others[1]!.values);
    const { whole } = await optimizer.read();
    expect(whole.dimension).toBe(12);
    expect(whole.squaredRadius).toBeCloseTo(
      kernels[1]!.values.reduce((sum, value) => sum + value ** 2, 0),
      5,
    );
    expect(optimizer.invariantVariables).toEqual([[variables[1]]]);
  });
});

describe('minimize', () => {
  test('with a list of variables moves those alone', async () => {
    const model = smallConvNet();
    const variables = trainables(model);
    const before = await valuesOf(variables);
    const optimizer = new ThermoSGD({ ...kernelOptions, invariant: 'conv*' });
    optimizer.minimize(lossOf(model, 1), false, variables.slice(0, 1));
    const after = await valuesOf(variables);
    expect(after.map((values, i) => values.some((value, j) => value !== before[i]![j]))).toEqual(
      variables.map((_, i) => i === 0),
    );
  });

  test('without a list moves every trainable variable there is', async () => {
    tf.disposeVariables();
    const model = smallConvNet();
    const before = await valuesOf(trainables(model));
    new ThermoSGD({ ...kernelOptions, invariant: model }).minimize(lossOf(model, 1));
    const after = await valuesOf(trainables(model));
    after.forEach((values, i) => expect(values).not.toEqual(before[i]));
  });

  test('returns the loss when asked for it, else null', async () => {
    const model = smallConvNet();
    const optimizer = new ThermoSGD({ learningRate: 0, invariant: 'conv*', others: 'frozen' });
    const expected = (await lossOf(model, 3)().data())[0];
    const cost = optimizer.minimize(lossOf(model, 3), true, trainables(model));
    expect((await cost!.data())[0]).toBe(expected);
    expect(optimizer.minimize(lossOf(model, 3), false, trainables(model))).toBeNull();
    const { whole } = await optimizer.read();
    expect(whole.loss).toBeCloseTo(expected!, 6);
  });
});

describe('freezing', () => {
  test('a layer, recompiling and unfreezing it go on with one optimizer', async () => {
    const model = smallConvNet();
    const optimizer = new ThermoSGD({ ...kernelOptions, invariant: model });
    compile(model, optimizer);
    await trainOnBatches(model, 3);
    const [first, ...others] = trainables(model);

    model.layers[0]!.trainable = false;
    compile(model, optimizer);
    const frozen = await valuesOf([first!, ...others]);
    await trainOnBatches(model, 3, 3);
    const stillFrozen = await valuesOf([first!, ...others]);
    expect(stillFrozen[0]).toEqual(frozen[0]);
    stillFrozen.slice(1).forEach((values, i) => expect(values).not.toEqual(frozen[i + 1]));

    model.layers[0]!.trainable = true;
    compile(model, optimizer);
    await trainOnBatches(model, 3, 6);
    expect((await valuesOf([first!]))[0]).not.toEqual(frozen[0]);
    expect(optimizer.iterations).toBe(9);
    expect(optimizer.invariantVariables.flat()).toHaveLength(2);
  });

  test('a layer from the start and unfreezing it later lets it join the scale-invariant weights', async () => {
    const model = smallConvNet();
    const optimizer = new ThermoSGD({ ...kernelOptions, invariant: model });
    model.layers[0]!.trainable = false;
    compile(model, optimizer);
    await trainOnBatches(model, 2);
    expect(optimizer.invariantVariables.flat()).toHaveLength(1);
    model.layers[0]!.trainable = true;
    compile(model, optimizer);
    await trainOnBatches(model, 2, 2);
    expect(optimizer.invariantVariables.flat().map(({ shape }) => shape)).toEqual([
      [3, 3, 1, 4],
      [3, 3, 4, 6],
    ]);
  });

  test('every scale-invariant layer leaves nothing to read, and says so', async () => {
    const model = smallConvNet();
    const optimizer = new ThermoSGD({ ...kernelOptions, invariant: model });
    compile(model, optimizer);
    await trainOnBatches(model, 1);
    for (const layer of [model.layers[0]!, model.layers[3]!]) layer.trainable = false;
    compile(model, optimizer);
    await trainOnBatches(model, 1, 1);
    expect(optimizer.invariantVariables).toEqual([]);
    await expect(optimizer.read()).rejects.toThrow(
      'no scale-invariant weight has a gradient: is every layer frozen?',
    );
  });
});

const shapesFound = async (invariant: ThermoSGDOptions['invariant'], model: tf.LayersModel) => {
  const optimizer = new ThermoSGD({ ...kernelOptions, ...(invariant === undefined ? {} : { invariant }) });
  optimizer.minimize(lossOf(model, 1), false, trainables(model));
  return optimizer.invariantVariables.map((group) => group.map(({ shape }) => shape));
};

describe('the scale-invariant weights', () => {
  const convolutions = [
    [3, 3, 1, 4],
    [3, 3, 4, 6],
  ];

  test('may be named, told by a predicate, or found from the model', async () => {
    const model = smallConvNet();
    expect(await shapesFound(trainables(model)[0]!.name, model)).toEqual([[convolutions[0]]]);
    expect(await shapesFound(({ rank }) => rank === 4, model)).toEqual([convolutions]);
    expect(await shapesFound(model, model)).toEqual([convolutions]);
  });

  test('are those of the model that is recognized before the first step', () => {
    const model = smallConvNet();
    const optimizer = new ThermoSGD(kernelOptions);
    optimizer.recognize(model);
    optimizer.minimize(lossOf(model, 1), false, trainables(model));
    expect(optimizer.invariantVariables.map((group) => group.map(({ shape }) => shape))).toEqual([
      convolutions,
    ]);
  });

  test('that are named are checked against the model that is recognized', () => {
    const model = smallConvNet();
    const optimizer = new ThermoSGD({ ...kernelOptions, invariant: 'dense*' });
    optimizer.recognize(model);
    expect(() => optimizer.minimize(lossOf(model, 1), false, trainables(model))).toThrow(
      /^invariant includes "dense_Dense\d+\/kernel", which is not scale-invariant .*: leave it out$/,
    );
  });

  test.each([
    ['named by nobody', 'gamma-ray', /^invariant .*gamma-ray/],
    ['told by a predicate that never holds', () => false, /^invariant is true for none of 8 variables: pass/],
    ['a list without names', [], /^invariant is empty: pass at least one name/],
  ] as const)('are refused when %s', (_, invariant, message) => {
    const model = smallConvNet();
    const optimizer = new ThermoSGD({ ...kernelOptions, invariant });
    const step = () => optimizer.minimize(lossOf(model, 1), false, trainables(model));
    expect(step).toThrow(message);
    expect(step).toThrow(ThermoError);
  });

  describe('without model and names are found from the gradients', () => {
    test('of the first steps in a loop that yields', async () => {
      const model = smallConvNet();
      const optimizer = new ThermoSGD(kernelOptions);
      const found: number[] = [];
      for (let step = 0; step < 10; step += 1) {
        optimizer.minimize(lossOf(model, step), false, trainables(model));
        found.push(optimizer.invariantVariables.flat().length);
        await tf.nextFrame();
      }
      expect(optimizer.invariantVariables.map((group) => group.map(({ shape }) => shape))).toEqual([
        convolutions,
      ]);
      expect(found).toEqual([0, 0, 0, 0, 0, 0, 2, 2, 2, 2]);
    });

    test('and a reading before they are known is refused', async () => {
      const model = smallConvNet();
      const optimizer = new ThermoSGD(kernelOptions);
      optimizer.minimize(lossOf(model, 1), false, trainables(model));
      await expect(optimizer.read()).rejects.toThrow(
        'the scale-invariant weights are not known yet: read after a few more steps, or name them with `invariant`',
      );
    });

    test('of the steps since the last new variable came', async () => {
      const model = smallConvNet();
      const optimizer = new ThermoSGD(kernelOptions);
      for (let step = 0; step < 12; step += 1) {
        const variables = trainables(model);
        optimizer.minimize(lossOf(model, step), false, step < 3 ? variables.slice(1) : variables);
        await tf.nextFrame();
      }
      expect(optimizer.invariantVariables.map((group) => group.map(({ shape }) => shape))).toEqual([
        convolutions,
      ]);
    });

    test('in vain where the loop never yields, which is an error that says so', () => {
      const model = smallConvNet();
      const optimizer = new ThermoSGD(kernelOptions);
      const train = () => {
        for (let step = 0; step < 200; step += 1)
          optimizer.minimize(lossOf(model, step), false, trainables(model));
      };
      expect(train).toThrow(
        'the scale-invariant weights are not known after 100 steps, since the loop never yields: await tf.nextFrame() in it, or name them with `invariant`',
      );
      expect(optimizer.iterations).toBe(100);
    });

    test('in vain where there are none, which is an error and not silence', async () => {
      const model = tf.sequential({
        layers: [
          tf.layers.dense({
            inputShape: [6],
            units: 5,
            activation: 'tanh',
            kernelInitializer: tf.initializers.heNormal({ seed: 1 }),
          }),
          tf.layers.dense({ units: 1, kernelInitializer: tf.initializers.heNormal({ seed: 2 }) }),
        ],
      });
      const optimizer = new ThermoSGD(kernelOptions);
      const train = async () => {
        for (let step = 0; step < 20; step += 1) {
          optimizer.minimize(
            () => {
              const xs = tf.randomNormal([8, 6], 0, 1, 'float32', step);
              return tf.mean(tf.square(model.apply(xs) as tf.Tensor));
            },
            false,
            trainables(model),
          );
          await tf.nextFrame();
        }
      };
      await expect(train()).rejects.toThrow(
        new ThermoError(
          'no weight is scale-invariant by its gradients: put a normalization after the layers, lower its epsilon where it has one (1e-3 hides the invariance, 1e-5 does not), or name the weights with `invariant`',
        ),
      );
    });
  });
});

describe('options are refused in one line before any work', () => {
  test.each<[string, unknown, string]>([
    [
      'no options',
      undefined,
      'ThermoSGD is given nothing in place of its options: pass an object with learningRate, effectiveLearningRate, weightDecay, radius, volume, momentum, process, invariant, radii, others, gradientAccumulationSteps',
    ],
    [
      'a rate in place of options',
      0.01,
      'ThermoSGD is given 0.01 in place of its options: pass an object with learningRate, effectiveLearningRate, weightDecay, radius, volume, momentum, process, invariant, radii, others, gradientAccumulationSteps',
    ],
    ['no rate', {}, 'no rate is given: pass learningRate or effectiveLearningRate'],
    [
      'others that are no settings',
      { learningRate: 0.1, others: 'slow' },
      `others is "slow": pass 'frozen' or { learningRate, weightDecay, momentum }`,
    ],
    [
      'others of null',
      { learningRate: 0.1, others: null },
      `others is null: pass 'frozen' or { learningRate, weightDecay, momentum }`,
    ],
    [
      'a rate of others below 0',
      { learningRate: 0.1, others: { learningRate: -1 } },
      'others: learningRate is -1: pass a number of at least 0',
    ],
    [
      'a misspelt option',
      { learningRate: 0.1, weigthDecay: 0.1 },
      'ThermoSGD has no option weigthDecay: pass one of learningRate, effectiveLearningRate, weightDecay, radius, volume, momentum, process, invariant, radii, others, gradientAccumulationSteps',
    ],
    [
      'a misspelt option of others',
      { learningRate: 0.1, others: { lr: 0.1 } },
      'others has no option lr: pass one of learningRate, weightDecay, momentum',
    ],
    [
      'radii of another name',
      { learningRate: 0.1, radii: 'layer' },
      `radii is "layer": pass 'global' or 'perLayer'`,
    ],
    [
      'a process that is no list',
      { learningRate: 0.1, process: hold({ steps: 1 }) },
      'process is not an array of stages: pass one such as [equilibrate(), along(...)]',
    ],
    [
      'a process in place of the stage that goes along it',
      { learningRate: 0.1, process: [hold({ steps: 1 }), adiabatic({ temperatureRatio: 0.1 })] },
      'process holds adiabatic(...) itself: pass the stage that goes along it, along(adiabatic(...), { steps: 1000 })',
    ],
    [
      'a process with a hole, with a radius a layer',
      { learningRate: 0.1, radii: 'perLayer', process: [null] },
      'process is not an array of stages: pass one such as [equilibrate(), along(...)]',
    ],
  ])('%s', (_, options, message) => {
    expect(() => new ThermoSGD(options as ThermoSGDOptions)).toThrow(new ThermoError(message));
  });

  test('a reading before the first step', async () => {
    await expect(new ThermoSGD({ learningRate: 0.1 }).read()).rejects.toThrow(
      'there is nothing to read: take a step first',
    );
  });

  test('a reading without a step since the last one', async () => {
    const model = smallConvNet();
    const optimizer = new ThermoSGD({ ...kernelOptions, invariant: 'conv*' });
    optimizer.minimize(lossOf(model, 1), false, trainables(model));
    await optimizer.read();
    const { numTensors } = tf.memory();
    await expect(optimizer.read()).rejects.toThrow('there is nothing to read: take a step first');
    expect(tf.memory().numTensors).toBe(numTensors);
  });
});
