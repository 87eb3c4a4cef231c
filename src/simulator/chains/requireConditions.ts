import type { Control } from '../../control/index.js';
import { ThermoError } from '../../error.js';
import type { Conditions } from './conditions.js';

/**
 * Refuses conditions that a step cannot be taken under. Called once a step, so nothing is made before something is wrong.
 *
 * @param of what the conditions belong to, and `index` its number, as the error names them.
 * @throws ThermoError for a number out of its range, in single precision.
 */
export function requireConditions(conditions: Conditions, of: string, index: number): void {
  const { control, deviation, strength } = conditions;
  if (isAtLeastZero(deviation) && isFinite(strength) && isMomentum(control.momentum) && isInRange(control)) {
    return;
  }
  const [what, value, allowed] = faultOf(conditions);
  throw new ThermoError(`${what} of ${of} ${index} is ${String(value)}: pass ${allowed}`);
}

function isInRange(control: Control): boolean {
  // Once a step: a switch, not a match.
  switch (control.protocol) {
    case 'fixedLearningRate':
      return isAtLeastZero(control.learningRate) && isFinite(control.weightDecay);
    case 'fixedEffectiveLearningRate':
      return isAtLeastZero(control.effectiveLearningRate) && isFinite(control.weightDecay);
    case 'fixedSphere':
      return isAtLeastZero(control.effectiveLearningRate) && isRadius(control.radius);
    default:
      return false;
  }
}

/** What is wrong, its value, and what is allowed. */
function faultOf({ control, deviation, strength }: Conditions): readonly [string, unknown, string] {
  const given: Readonly<Record<string, unknown>> = { deviation, strength, ...control };
  const rules = [
    ['deviation', isAtLeastZero, 'a finite number of at least 0'],
    ['strength', isFinite, 'a finite number'],
    ['momentum', isMomentum, 'a number in [0, 1)'],
    ['learningRate', isAtLeastZero, 'a finite number of at least 0'],
    ['effectiveLearningRate', isAtLeastZero, 'a finite number of at least 0'],
    ['weightDecay', isFinite, 'a finite number'],
    ['radius', isRadius, 'a finite number greater than 0'],
  ] as const;
  for (const [what, isAllowed, allowed] of rules) {
    if (what in given && !isAllowed(given[what] as number)) return [what, given[what], allowed];
  }
  return ['protocol', control.protocol, 'fixedLearningRate, fixedEffectiveLearningRate or fixedSphere'];
}

function isFinite(value: number): boolean {
  return Number.isFinite(Math.fround(value));
}

function isAtLeastZero(value: number): boolean {
  return value >= 0 && isFinite(value);
}

function isMomentum(value: number): boolean {
  return value >= 0 && Math.fround(value) < 1;
}

function isRadius(value: number): boolean {
  return isFinite(value) && Math.fround(value) > 0;
}
