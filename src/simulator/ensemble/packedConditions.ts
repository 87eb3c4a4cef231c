import type { Control } from '../../control/index.js';
import type { Conditions } from '../chains/conditions.js';
import { requireConditions } from '../chains/requireConditions.js';

/** Numbers a step: protocol, its two numbers, momentum, deviation, strength. */
const width = 6;
const protocols = ['fixedLearningRate', 'fixedEffectiveLearningRate', 'fixedSphere'] as const;

/**
 * Conditions as one array of numbers: as objects they would cost a message two microseconds each, as much as moving hundreds
 * of chains.
 *
 * @throws ThermoError for conditions that no step can be taken under.
 */
export function packed(conditions: readonly Conditions[]): Float64Array {
  const numbers = new Float64Array(width * conditions.length);
  conditions.forEach((condition, i) => {
    requireConditions(condition, 'step', i);
    const { control, deviation, strength } = condition;
    const at = width * i;
    numbers[at] = protocols.indexOf(control.protocol);
    // Once a step: plain questions, not a match.
    numbers[at + 1] =
      control.protocol === 'fixedLearningRate' ? control.learningRate : control.effectiveLearningRate;
    numbers[at + 2] = control.protocol === 'fixedSphere' ? control.radius : control.weightDecay;
    numbers[at + 3] = control.momentum;
    numbers[at + 4] = deviation;
    numbers[at + 5] = strength;
  });
  return numbers;
}

/** The conditions that were packed. */
export function unpacked(numbers: Float64Array): Conditions[] {
  return Array.from({ length: numbers.length / width }, (_, i) => {
    const at = width * i;
    return {
      control: controlOf(numbers[at]!, numbers[at + 1]!, numbers[at + 2]!, numbers[at + 3]!),
      deviation: numbers[at + 4]!,
      strength: numbers[at + 5]!,
    };
  });
}

function controlOf(protocol: number, rate: number, second: number, momentum: number): Control {
  switch (protocols[protocol]!) {
    case 'fixedLearningRate':
      return { protocol: 'fixedLearningRate', learningRate: rate, weightDecay: second, momentum };
    case 'fixedEffectiveLearningRate':
      return {
        protocol: 'fixedEffectiveLearningRate',
        effectiveLearningRate: rate,
        weightDecay: second,
        momentum,
      };
    case 'fixedSphere':
      return { protocol: 'fixedSphere', effectiveLearningRate: rate, radius: second, momentum };
  }
}
