import type { Conditions } from './conditions.js';
import { requireConditions } from './requireConditions.js';

/** Where the numbers of a step stand in its row of the table. The SIMD kernel reads them in this order. */
export const column = {
  /** eta. */
  rate: 0,
  /** eta_eff; eta = rate + effectiveRate r^2, of which one is 0. */
  effectiveRate: 1,
  /** lambda. */
  decay: 2,
  /** a. */
  momentum: 3,
  /** sigma. */
  deviation: 4,
  /** h. */
  strength: 5,
  /** r0 of the sphere; 0 where there is none. */
  radius: 6,
  /** (1 - a) / eta_eff on a sphere, which turns a stretch into a pressure; 0 where nothing moves. */
  pressureOfStretch: 7,
} as const;

/** Numbers in a row. */
export const columns = 8;

/** Conditions as single precision numbers, a row each. */
export interface ConditionsTable {
  readonly numbers: Float32Array;
  readonly rows: number;
  /** Whether any row has momentum. */
  readonly momentum: boolean;
  /** Whether any row has a sphere. */
  readonly sphere: boolean;
}

/**
 * The table of conditions, checked.
 * @param of what a row belongs to, as errors name it: step or chain.
 * @throws ThermoError for a number out of its range.
 */
export function conditionsTable(conditions: readonly Conditions[], of: string): ConditionsTable {
  const numbers = new Float32Array(columns * conditions.length);
  let momentum = false;
  let sphere = false;
  for (let row = 0; row < conditions.length; row += 1) {
    const given = conditions[row]!;
    if (row > 0 && given === conditions[row - 1]) {
      for (let i = columns * row; i < columns * (row + 1); i += 1) numbers[i] = numbers[i - columns]!;
      continue;
    }
    requireConditions(given, of, row);
    const { control } = given;
    const at = columns * row;
    numbers[at + column.deviation] = given.deviation;
    numbers[at + column.strength] = given.strength;
    numbers[at + column.momentum] = control.momentum;
    momentum ||= control.momentum > 0;
    if (control.protocol === 'fixedSphere') {
      const { effectiveLearningRate } = control;
      sphere = true;
      numbers[at + column.effectiveRate] = effectiveLearningRate;
      numbers[at + column.radius] = control.radius;
      numbers[at + column.pressureOfStretch] =
        effectiveLearningRate === 0 ? 0 : (1 - control.momentum) / effectiveLearningRate;
    } else {
      numbers[at + column.decay] = control.weightDecay;
      if (control.protocol === 'fixedLearningRate') numbers[at + column.rate] = control.learningRate;
      else numbers[at + column.effectiveRate] = control.effectiveLearningRate;
    }
  }
  return { numbers, rows: conditions.length, momentum, sphere };
}
