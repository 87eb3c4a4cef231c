import {
  add,
  byEpochs,
  chain,
  clip,
  constant,
  cosine,
  cosineRestarts,
  cyclic,
  exponential,
  inverseSquareRoot,
  inverseTime,
  join,
  kDecay,
  linear,
  multiStepDecay,
  noisy,
  oneCycle,
  piecewiseConstant,
  piecewiseInterpolated,
  polynomial,
  ramp,
  scale,
  shift,
  staircase,
  stepDecay,
  tanh,
  warmUp,
  warmUpStableDecay,
  type Schedule,
} from '../../../src/control/index.js';

/** What is drawn of one schedule: up to three of it, each with what sets it apart. */
export interface Panel {
  readonly name: string;
  readonly curves: readonly (readonly [label: string, schedule: Schedule])[];
}

const steps = 100;
const wave = cosine({ from: 1, steps });
const trapezoid = { peak: 1, steps, warmUpSteps: 15, decaySteps: 40 };

/** Every schedule, over 100 steps and 20 more where it has an end. */
export const gallery: readonly Panel[] = [
  { name: 'constant', curves: [['', constant(0.6)]] },
  { name: 'linear', curves: [['', linear({ from: 1, to: 0.1, steps })]] },
  {
    name: 'polynomial',
    curves: [
      ['power 2', polynomial({ from: 1, to: 0.1, steps, power: 2 })],
      ['power ½', polynomial({ from: 1, to: 0.1, steps, power: 0.5 })],
      ['stretch', polynomial({ from: 1, to: 0.1, steps: 40, power: 2, beyond: 'stretch' })],
    ],
  },
  {
    name: 'cosine',
    curves: [
      ['', cosine({ from: 1, to: 0.1, steps })],
      ['exponent 2', cosine({ from: 1, to: 0.1, steps, exponent: 2 })],
    ],
  },
  { name: 'tanh', curves: [['', tanh({ from: 1, to: 0.1, steps })]] },
  {
    name: 'ramp',
    curves: [
      ['constant speed', ramp(1, 0.1, steps, 'constantThermodynamicSpeed')],
      ['geometric', ramp(1, 0.1, steps, 'geometric')],
    ],
  },
  {
    name: 'exponential',
    curves: [
      ['', exponential({ from: 1, rate: 0.5, every: 30 })],
      ['towards .8', exponential({ from: 0.1, towards: 0.8, rate: 0.5, every: 30 })],
    ],
  },
  { name: 'inverseTime', curves: [['', inverseTime({ from: 1, rate: 1, every: 15 })]] },
  {
    name: 'inverseSquareRoot',
    curves: [
      ['', inverseSquareRoot({ peak: 1, warmUpSteps: 15 })],
      ['constant', inverseSquareRoot({ peak: 0.7, warmUpSteps: 15, warmUp: 'constant' })],
    ],
  },
  { name: 'stepDecay', curves: [['', stepDecay({ from: 1, factor: 0.6, every: 25 })]] },
  { name: 'multiStepDecay', curves: [['', multiStepDecay({ from: 1, factor: 0.3, boundaries: [50, 80] })]] },
  {
    name: 'piecewiseConstant',
    curves: [['', piecewiseConstant({ values: [0.3, 0.9, 0.5, 0.1], boundaries: [10, 45, 90] })]],
  },
  {
    name: 'piecewiseInterpolated',
    curves: [
      ['linear', piecewiseInterpolated({ values: [0.2, 0.9, 0.4, 0.6], boundaries: [25, 70, 100] })],
      [
        'cosine',
        piecewiseInterpolated({
          values: [0.2, 0.9, 0.4, 0.6],
          boundaries: [25, 70, 100],
          interpolation: 'cosine',
        }),
      ],
    ],
  },
  {
    name: 'warmUpStableDecay',
    curves: [
      ['linear', warmUpStableDecay(trapezoid)],
      ['cosine', warmUpStableDecay({ ...trapezoid, decay: 'cosine' })],
      ['1 - sqrt', warmUpStableDecay({ ...trapezoid, decay: 'oneMinusSquareRoot' })],
    ],
  },
  {
    name: 'cosineRestarts',
    curves: [['', cosineRestarts({ from: 1, steps: 20, lengthFactor: 1.5, decay: 0.8 })]],
  },
  {
    name: 'oneCycle',
    curves: [
      ['', oneCycle({ peak: 1, steps })],
      ['three phases', oneCycle({ peak: 1, steps, phases: 3, interpolation: 'linear' })],
    ],
  },
  {
    name: 'cyclic',
    curves: [
      ['triangular2', cyclic({ minimum: 0.1, maximum: 1, rise: 15, fall: 25, mode: 'triangular2' })],
      ['exp.', cyclic({ minimum: 0.1, maximum: 1, rise: 20, mode: 'exponentialRange', decay: 0.98 })],
    ],
  },
  {
    name: 'warmUp',
    curves: [
      ['linear', warmUp(wave, { steps: 20 })],
      ['exponential', warmUp(wave, { steps: 20, from: 0.03, form: 'exponential' })],
      ['within', warmUp(wave, { steps: 20, placement: 'within' })],
    ],
  },
  {
    name: 'kDecay',
    curves: [
      ['k = 2', kDecay(wave, { steps, order: 2 })],
      ['k = ½', kDecay(wave, { steps, order: 0.5 })],
    ],
  },
  {
    name: 'noisy',
    curves: [['', noisy(wave, { seed: 1, spread: 0.5, deviation: 0.1, from: 20, until: 80 })]],
  },
  {
    name: 'join',
    curves: [
      [
        '',
        join([linear({ from: 0, to: 0.8, steps: 30 }), 0.8, exponential({ from: 0.8, rate: 0.95 })], {
          boundaries: [30, 60],
        }),
      ],
    ],
  },
  {
    name: 'chain',
    curves: [
      [
        '',
        chain([cosine({ from: 1, steps: 120 }), piecewiseConstant({ values: [0.3, 1], boundaries: [25] })]),
      ],
    ],
  },
  {
    name: 'add',
    curves: [
      ['wave', wave],
      ['1 - wave', add([1, scale(wave, { factor: -1 })])],
    ],
  },
  {
    name: 'scale',
    curves: [
      ['wave', wave],
      ['by ½', scale(wave, { factor: 0.5 })],
    ],
  },
  {
    name: 'clip',
    curves: [['', clip(exponential({ from: 1, rate: 0.96 }), { minimum: 0.2, maximum: 0.8 })]],
  },
  { name: 'staircase', curves: [['', staircase(wave, { every: 12.5 })]] },
  {
    name: 'byEpochs',
    curves: [
      ['whole', byEpochs(cosine({ from: 1, steps: 5 }), { stepsPerEpoch: 20 })],
      ['fractional', byEpochs(cosine({ from: 1, steps: 5 }), { stepsPerEpoch: 20, progress: 'fractional' })],
    ],
  },
  {
    name: 'shift',
    curves: [
      ['wave', wave],
      ['by 40', shift(wave, { by: 40 })],
    ],
  },
];
