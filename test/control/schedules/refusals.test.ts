import { describe, expect, test } from 'vitest';
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
  savedSetting,
  scale,
  scheduleFrom,
  shift,
  staircase,
  stepDecay,
  tanh,
  warmUp,
  warmUpStableDecay,
} from '../../../src/control/index.js';
import { ThermoError } from '../../../src/error.js';

const fall = linear({ from: 1, to: 0, steps: 10 });
const trapezoid = { peak: 0.1, steps: 20, warmUpSteps: 4, decaySteps: 10 };

/** What is asked for, and the line it is refused with. */
const refusals: readonly (readonly [what: string, make: () => unknown, message: string])[] = [
  ['NaN', () => constant(Number.NaN), 'value of constant is NaN: pass a finite number'],
  [
    'a string for a number',
    () => linear({ from: '1' as unknown as number, to: 0, steps: 3 }),
    'from of linear is "1": pass a finite number',
  ],
  [
    'no options',
    () => (cosine as (options?: unknown) => unknown)(),
    'cosine is given nothing in place of its options: pass an object with from, to, steps, exponent',
  ],
  [
    'a misspelt option',
    () => cosine({ from: 1, steps: 3, alpha: 0.1 } as never),
    'cosine has no option alpha: pass one of from, to, steps, exponent',
  ],
  [
    'an option left out',
    () => linear({ from: 1, to: 0 } as never),
    'steps of linear is undefined: pass a whole number of at least 1',
  ],
  [
    'a negative length',
    () => linear({ from: 1, to: 0, steps: -5 }),
    'steps of linear is -5: pass a whole number of at least 1',
  ],
  [
    'a broken length',
    () => cosine({ from: 1, steps: 2.5 }),
    'steps of cosine is 2.5: pass a whole number of at least 1',
  ],
  ['a ramp of no steps', () => ramp(1, 2, 0), 'steps of ramp is 0: pass a whole number of at least 1'],
  ['a ramp from infinity', () => ramp(Infinity, 2, 1), 'start of ramp is Infinity: pass a finite number'],
  ['a ramp to infinity', () => ramp(1, -Infinity, 1), 'end of ramp is -Infinity: pass a finite number'],
  [
    'a geometric way to zero',
    () => ramp(1, 0, 10, 'geometric'),
    "geometric pacing's to is 0: pass a number greater than 0",
  ],
  [
    'an unknown pacing',
    () => ramp(1, 2, 10, 'sudden' as 'linear'),
    'pacing is sudden: pass linear, geometric, cosine, constantThermodynamicSpeed',
  ],
  [
    'power 0',
    () => polynomial({ from: 1, steps: 3, power: 0 }),
    'power of polynomial is 0: pass a number greater than 0',
  ],
  [
    'a misspelt name',
    () => polynomial({ from: 1, steps: 3, beyond: 'holt' as 'hold' }),
    'beyond of polynomial is holt: pass hold, stretch (perhaps you meant hold)',
  ],
  [
    'exponent 0',
    () => cosine({ from: 1, steps: 3, exponent: 0 }),
    'exponent of cosine is 0: pass a number greater than 0',
  ],
  [
    'a tanh from right to left',
    () => tanh({ from: 1, steps: 3, lower: 3, upper: -7 }),
    'lower of tanh is 3: pass a number below upper, which is -7',
  ],
  [
    'a negative rate',
    () => exponential({ from: 1, rate: -0.5 }),
    'rate of exponential is -0.5: pass a number greater than 0',
  ],
  [
    'a negative growth',
    () => inverseTime({ from: 1, rate: -0.5 }),
    'rate of inverseTime is -0.5: pass a number of at least 0',
  ],
  [
    'no time scale',
    () => inverseSquareRoot({ peak: 1, warmUpSteps: 0 }),
    'warmUpSteps of inverseSquareRoot is 0: pass a whole number of at least 1',
  ],
  [
    'stairs of no length',
    () => stepDecay({ from: 1, every: 0 }),
    'every of stepDecay is 0: pass a number greater than 0',
  ],
  [
    'boundaries out of order',
    () => multiStepDecay({ from: 1, boundaries: [60, 30] }),
    'boundaries of multiStepDecay are 60, 30: pass them in rising order, each once',
  ],
  [
    'a boundary twice',
    () => multiStepDecay({ from: 1, boundaries: [30, 30] }),
    'boundaries of multiStepDecay are 30, 30: pass them in rising order, each once',
  ],
  [
    'a boundary at the start',
    () => multiStepDecay({ from: 1, boundaries: [0, 30] }),
    'boundaries of multiStepDecay[0] is 0: pass a number greater than 0',
  ],
  [
    'no boundaries',
    () => multiStepDecay({ from: 1, boundaries: [] }),
    'boundaries of multiStepDecay are none: pass at least one step',
  ],
  [
    'a boundary that is no array',
    () => multiStepDecay({ from: 1, boundaries: 30 as never }),
    'boundaries of multiStepDecay are 30: pass an array of numbers',
  ],
  [
    'too few values',
    () => piecewiseConstant({ values: [1, 2], boundaries: [3, 4] }),
    'values of piecewiseConstant are 2 for 2 boundaries: pass 3, one before each boundary and one after the last',
  ],
  [
    'a value that is NaN',
    () => piecewiseConstant({ values: [1, Number.NaN], boundaries: [3] }),
    'values of piecewiseConstant[1] is NaN: pass a finite number',
  ],
  [
    'an unknown interpolation',
    () => piecewiseInterpolated({ values: [1, 2], boundaries: [3], interpolation: 'cos' as 'cosine' }),
    'interpolation of piecewiseInterpolated is cos: pass linear, cosine (perhaps you meant cosine)',
  ],
  [
    'phases longer than the run',
    () => warmUpStableDecay({ ...trapezoid, warmUpSteps: 12 }),
    'warmUpSteps and decaySteps of warmUpStableDecay are 12 and 10, longer than the run of 20 steps: shorten them, or raise steps',
  ],
  [
    'a warm-up from above',
    () => warmUpStableDecay({ ...trapezoid, from: 0.2 }),
    'from of warmUpStableDecay is 0.2: pass a number of at most peak, which is 0.1',
  ],
  [
    'a floor above the peak',
    () => warmUpStableDecay({ ...trapezoid, to: 0.2 }),
    'to of warmUpStableDecay is 0.2: pass a number of at most peak, which is 0.1',
  ],
  [
    'an exponential way to zero',
    () => warmUpStableDecay({ ...trapezoid, decay: 'exponential' }),
    'to of warmUpStableDecay is 0: pass a number greater than 0, which an exponential decay can reach',
  ],
  [
    'ever shorter cycles',
    () => cosineRestarts({ from: 1, steps: 3, lengthFactor: 0.5 }),
    'lengthFactor of cosineRestarts is 0.5: pass a number of at least 1, since ever shorter cycles come to an end',
  ],
  [
    'ever higher cycles',
    () => cosineRestarts({ from: 1, steps: 3, decay: 2 }),
    'decay of cosineRestarts is 2: pass a number in (0, 1]',
  ],
  [
    'no cycles',
    () => cosineRestarts({ from: 1, steps: 3, cycles: 0 }),
    'cycles of cosineRestarts is 0: pass a whole number of at least 1',
  ],
  [
    'a rise past the end',
    () => oneCycle({ peak: 1, steps: 20, rise: 1 }),
    'rise of oneCycle is 1: pass a number in (0, 1), the share of the steps until the peak',
  ],
  [
    'a rise past the middle, in three phases',
    () => oneCycle({ peak: 1, steps: 20, rise: 0.5, phases: 3 }),
    'rise of oneCycle is 0.5: pass a number in (0, 0.5), the share of the steps until the peak',
  ],
  [
    'a rise of no step',
    () => oneCycle({ peak: 1, steps: 3 }),
    'rise of oneCycle is 0.3 of 3 steps, which leaves no step to rise in: raise one of them until their product is above 1',
  ],
  [
    'four phases',
    () => oneCycle({ peak: 1, steps: 20, phases: 4 as 3 }),
    'phases of oneCycle is 4: pass 2 or 3',
  ],
  [
    'a cycle upside down',
    () => cyclic({ minimum: 0.5, maximum: 0.1, rise: 4 }),
    'minimum of cyclic is 0.5: pass a number below maximum, which is 0.1',
  ],
  [
    'a decay without its mode',
    () => cyclic({ minimum: 0.1, maximum: 0.5, rise: 4, decay: 0.9 }),
    'decay of cyclic is given with mode triangular: pass mode exponentialRange with it',
  ],
  [
    'a mode without its decay',
    () => cyclic({ minimum: 0.1, maximum: 0.5, rise: 4, mode: 'exponentialRange' }),
    'decay of cyclic is not given: pass a number in (0, 1] with mode exponentialRange',
  ],
  [
    'a warm-up of no steps',
    () => warmUp(fall, { steps: 0 }),
    'steps of warmUp is 0: pass a whole number of at least 1',
  ],
  [
    'a warm-up that falls',
    () => warmUp(fall, { steps: 5, from: 2 }),
    'warmUp leads from 2 to 1, where the schedule stands after it: lower from, or shorten a warm-up that outlasts the schedule',
  ],
  [
    'a warm-up longer than the schedule',
    () => warmUp(fall, { steps: 10, placement: 'within' }),
    'warmUp leads from 0 to 0, where the schedule stands after it: lower from, or shorten a warm-up that outlasts the schedule',
  ],
  [
    'an exponential warm-up from 0',
    () => warmUp(fall, { steps: 5, form: 'exponential' }),
    'from of warmUp is 0: pass a number greater than 0, from which an exponential warm-up can start',
  ],
  [
    'an unknown warm-up',
    () => warmUp(fall, { steps: 5, form: 'gradual' as 'linear' }),
    'form of warmUp is gradual: pass linear, constant, exponential (perhaps you meant linear)',
  ],
  [
    'joined boundaries out of order',
    () => join([1, 2, 3], { boundaries: [5, 4] }),
    'boundaries of join are 5, 4: pass them in rising order, each once',
  ],
  [
    'too many boundaries',
    () => join([fall], { boundaries: [5] }),
    'schedules of join are 1 for 1 boundaries: pass 2, one before each boundary and one after the last',
  ],
  ['nothing to chain', () => chain([]), 'chain is given no schedules: pass an array of at least one'],
  [
    'no array to chain',
    () => chain(fall as never),
    'chain is given no schedules: pass an array of at least one',
  ],
  ['nothing to add', () => add([]), 'add is given no schedules: pass an array of at least one'],
  [
    'what is no schedule',
    () => scale('cosine' as never, { factor: 2 }),
    'scale is given cosine: pass a schedule, a function of the step, or a number',
  ],
  [
    'an infinite factor',
    () => scale(fall, { factor: Infinity }),
    'factor of scale is Infinity: pass a finite number',
  ],
  [
    'a clip of nothing',
    () => clip(fall, {}),
    'clip has neither minimum nor maximum: pass one of them or both',
  ],
  [
    'a floor above the ceiling',
    () => clip(fall, { minimum: 2, maximum: 1 }),
    'minimum of clip is 2: pass a number of at most maximum, which is 1',
  ],
  ['a shift back', () => shift(fall, { by: -1 }), 'by of shift is -1: pass a number of at least 0'],
  [
    'stairs of negative length',
    () => staircase(fall, { every: -1 }),
    'every of staircase is -1: pass a number greater than 0',
  ],
  [
    'epochs of no steps',
    () => byEpochs(fall, { stepsPerEpoch: 0 }),
    'stepsPerEpoch of byEpochs is 0: pass a number greater than 0',
  ],
  [
    'order 0',
    () => kDecay(fall, { steps: 10, order: 0 }),
    'order of kDecay is 0: pass a number greater than 0',
  ],
  [
    'noise without a seed',
    () => noisy(fall, {} as never),
    'seed of noisy is undefined: pass a whole number of at least 0',
  ],
  [
    'noise that can change the sign',
    () => noisy(fall, { seed: 1, spread: 1.5 }),
    'spread of noisy is 1.5: pass a number in (0, 1]',
  ],
  [
    'a deviation of uniform noise',
    () => noisy(fall, { seed: 1, distribution: 'uniform', deviation: 1 }),
    'deviation of noisy is given with uniform noise: pass distribution normal, or spread alone',
  ],
  [
    'noise that ends before it begins',
    () => noisy(fall, { seed: 1, from: 9, until: 9 }),
    'until of noisy is 9: pass a step after from, which is 9',
  ],
  ['a negative step', () => fall(-1), 'step is -1: pass a number of at least 0'],
  ['a step that is none', () => fall(Number.NaN), 'step is NaN: pass a finite number'],
  [
    'a plain function to save',
    () =>
      savedSetting(
        'learningRate',
        scale((step) => step, { factor: 2 }),
      ),
    'learningRate is a plain function, which cannot be saved: use a schedule from tfjs-thermo/control, or save without the optimizer',
  ],
  [
    'a config that is none',
    () => scheduleFrom(0.1 as never),
    'schedule config is 0.1: pass an object such as { "schedule": "constant", "value": 0.1 }',
  ],
  [
    'a config of options that are none',
    () => scheduleFrom({ schedule: 'constant', worth: 1 }),
    'constant has no option worth: pass one of value',
  ],
  [
    'a config of bad options',
    () =>
      scheduleFrom({ schedule: 'scale', of: { schedule: 'linear', from: 1, to: 0, steps: 0 }, factor: 2 }),
    'steps of linear is 0: pass a whole number of at least 1',
  ],
];

describe('schedules are refused in one line that names the remedy', () => {
  test.each(refusals)('%s', (_, make, message) => {
    expect(make).toThrow(new ThermoError(message));
  });

  test.each([
    ['warmup', 'warmUp'],
    ['cosineDecay', 'cosine'],
    ['toString', 'cosine'],
  ])('an unknown name, %s, with the nearest', (name, nearest) => {
    expect(() => scheduleFrom({ schedule: name })).toThrow(
      `schedule '${name}' is not known (perhaps you meant ${nearest}): known are constant, `,
    );
  });
});
