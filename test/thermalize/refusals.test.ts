import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { along, equilibrate, hold } from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';
import { AdamW, Lion, thermalize, ThermoSGD, type ThermalizeOptions } from '../../src/network/index.js';
import { adiabatic } from '../../src/physics/index.js';
import { applyGiven, seededGradients, seededVariables } from '../optimizer/givenGradients.js';

class WithoutRate extends tf.SGDOptimizer {
  static override get className(): string {
    return 'WithoutRate';
  }

  constructor() {
    super(0.1);
    Object.assign(this, { learningRate: undefined });
  }
}

describe('what cannot be thermalized is refused in one line', () => {
  test.each<[string, () => unknown, string]>([
    ['a name', () => 'adam', 'thermalize is given "adam": pass an optimizer such as tf.train.adam(0.001)'],
    [
      'nothing',
      () => undefined,
      'thermalize is given undefined: pass an optimizer such as tf.train.adam(0.001)',
    ],
    [
      'what obeys controls already',
      () => new ThermoSGD({ learningRate: 0.1 }),
      'thermalize is given a ThermoSGD, which obeys schedules and processes itself: pass them in its own options',
    ],
    [
      'a thermalized optimizer',
      () => thermalize(tf.train.sgd(0.1)),
      'thermalize is given a ThermalizedOptimizer, which obeys schedules and processes itself: pass them in its own options',
    ],
    [
      'an optimizer without a rate',
      () => new WithoutRate(),
      'optimizer WithoutRate has no learningRate: give it a number of that name that its applyGradients reads',
    ],
  ])('%s', (_, make, message) => {
    expect(() => thermalize(make() as tf.Optimizer)).toThrow(new ThermoError(message));
  });
});

describe('options are refused in one line before any work', () => {
  test.each<[string, unknown, string]>([
    [
      'a misspelt one',
      { learningrate: 0.1 },
      'thermalize has no option learningrate: pass one of learningRate, effectiveLearningRate, weightDecay, radius, volume, momentum, decay, clipGlobalNorm, clipNorm, clipValue, process, invariant, radii, others, gradientAccumulationSteps',
    ],
    [
      'two ways to clip',
      { clipNorm: 1, clipValue: 1 },
      'clipNorm and clipValue are given together: pass one of them',
    ],
    ['no room left by clipping', { clipGlobalNorm: 0 }, 'clipGlobalNorm is 0: pass a number greater than 0'],
    [
      'two rates',
      { learningRate: 0.1, effectiveLearningRate: 0.1 },
      'learningRate and effectiveLearningRate are both given: pass one of them',
    ],
    [
      'a sphere at a learning rate',
      { radius: 1 },
      'radius or volume is given with learningRate: pass effectiveLearningRate for the fixed sphere',
    ],
    [
      'decay on a sphere',
      { effectiveLearningRate: 0.1, radius: 1, weightDecay: 0.1 },
      'weightDecay is given on a sphere, where nothing decays: leave it out, or leave out radius and volume',
    ],
    ['a negative rate', { learningRate: -1 }, 'learningRate is -1: pass a number of at least 0'],
    [
      'a schedule that starts negative',
      { learningRate: () => -1 },
      'learningRate is -1: pass a number of at least 0',
    ],
    ['a negative decay', { weightDecay: -0.1 }, 'weightDecay is -0.1: pass a number of at least 0'],
    ['a momentum of 1', { momentum: 1 }, 'momentum is 1: pass a number in [0, 1)'],
    ['a momentum that is no number', { momentum: '0.9' }, 'momentum is "0.9": pass a finite number'],
    [
      'a momentum where there is none',
      { momentum: 0.9 },
      'optimizer SGD has no momentum: leave momentum out, thermalize tf.train.momentum, rmsprop, adam or adamax, or give your own a number of that name that its applyGradients reads',
    ],
    [
      'others at a learning rate',
      { others: { learningRate: 0.1 } },
      'others is given without an effective learning rate, so that all weights share one rate: leave it out, or pass effectiveLearningRate',
    ],
    [
      'others that are no settings',
      { effectiveLearningRate: 0.1, others: 'slow' },
      `others is "slow": pass 'frozen' or { learningRate, weightDecay }`,
    ],
    [
      'a decay that selects nothing',
      { decay: 3 },
      `decay is 3: pass names such as 'kernel', or a predicate such as ({ rank }) => rank > 1`,
    ],
    [
      'a process that is no list',
      { process: hold({ steps: 1 }) },
      'process is not an array of stages: pass one such as [equilibrate(), along(...)]',
    ],
  ])('%s', (_, options, message) => {
    expect(() => thermalize(tf.train.sgd(0.1), options as ThermalizeOptions)).toThrow(
      new ThermoError(message),
    );
  });

  test.each([
    ['isotherm', equilibrate()],
    ['adiabatic', along(adiabatic({ temperatureRatio: 0.5 }), { steps: 10, drive: 'feedForward' })],
  ])('a stage that steers by a temperature which adam has none of: %s', (name, stage) => {
    expect(() => thermalize(tf.train.adam(0.1), { effectiveLearningRate: 0.1, process: [stage] })).toThrow(
      new ThermoError(
        `${name} steers by a temperature, which Adam has none of: pass hold(...), quench(...) or along(...) with drive 'piston' or 'quasiStatic', or thermalize sgd or momentum`,
      ),
    );
  });

  test.each([
    ['AdamW', () => new AdamW()],
    ['Lion', () => new Lion()],
  ])('a momentum for %s, which takes schedules itself', (name, make) => {
    expect(() => thermalize(make(), { momentum: 0.9 })).toThrow(
      new ThermoError(
        `momentum is given for ${name}, which takes schedules itself: pass one as its own beta1`,
      ),
    );
  });

  test('a momentum schedule that reaches 1, in the step where it does', () => {
    const { kernels } = seededVariables();
    const variables = kernels.map(({ variable }) => variable);
    const next = seededGradients(1);
    const optimizer = thermalize(tf.train.momentum(0.1, 0.9), {
      momentum: (step) => step / 2,
      weightDecay: 0.1,
    });
    const step = () => applyGiven(optimizer, variables, next().kernels);
    [step, step].forEach((take) => take());
    expect(step).toThrow(new ThermoError('momentum is 1: pass a number in [0, 1)'));
  });

  test('a name that no weight has, in the first step', () => {
    const { kernels } = seededVariables();
    const optimizer = thermalize(tf.train.sgd(0.1), { weightDecay: 0.1, decay: 'kernal' });
    const variables = kernels.map(({ variable }) => variable);
    expect(() => applyGiven(optimizer, variables, seededGradients(1)().kernels)).toThrow(
      /^decay names "kernal", which no variable has; the nearest is "kernel\/\d+": pass a variable's name/,
    );
  });
});

describe('settings of AdamW and Lion are refused in one line', () => {
  test.each<[string, () => unknown, string]>([
    [
      'a negative rate',
      () => new AdamW({ learningRate: -1 }),
      'learningRate is -1: pass a number of at least 0',
    ],
    ['b1 of 1', () => new AdamW({ beta1: 1 }), 'beta1 is 1: pass a number in [0, 1)'],
    ['b2 that is no number', () => new Lion({ beta2: Number.NaN }), 'beta2 is NaN: pass a finite number'],
    [
      'a misspelt one',
      () => new AdamW({ lr: 0.1 } as object),
      'AdamW has no option lr: pass one of learningRate, beta1, beta2, epsilon, weightDecay, decay',
    ],
    [
      'an epsilon, which Lion has none of',
      () => new Lion({ epsilon: 1e-8 } as object),
      'Lion has no option epsilon: pass one of learningRate, beta1, beta2, weightDecay, decay',
    ],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(new ThermoError(message));
  });
});

describe('saving is refused, with the remedy, where loading could not bring back the same', () => {
  test.each<[string, () => tf.Optimizer, string]>([
    [
      'a plain function as a rate',
      () => thermalize(tf.train.sgd(0.1), { learningRate: () => 0.1 }),
      'learningRate is a plain function, which cannot be saved: use a schedule from tfjs-thermo/control, or save without the optimizer',
    ],
    [
      'a plain function as a momentum',
      () => thermalize(tf.train.momentum(0.1, 0.9), { momentum: () => 0.5, weightDecay: 0.1 }),
      'momentum is a plain function, which cannot be saved: use a schedule from tfjs-thermo/control, or save without the optimizer',
    ],
    [
      'a plain function as a setting of AdamW',
      () => new AdamW({ weightDecay: () => 0.1 }),
      'weightDecay is a plain function, which cannot be saved: use a schedule from tfjs-thermo/control, or save without the optimizer',
    ],
    [
      'a predicate before the first step',
      () => thermalize(tf.train.sgd(0.1), { decay: () => true }),
      'decay is a predicate, which cannot be saved before the first step: take a step first, or pass names',
    ],
    [
      'a class that tfjs does not know',
      () => thermalize(new Unregistered(0.1)),
      'optimizer Unregistered is not registered, so that it could not be loaded: call tf.serialization.registerClass(Unregistered) first',
    ],
  ])('%s', (_, make, message) => {
    const optimizer = make();
    expect(() => optimizer.getConfig()).toThrow(new ThermoError(message));
    optimizer.dispose();
  });
});

class Unregistered extends tf.SGDOptimizer {
  static override get className(): string {
    return 'Unregistered';
  }
}
