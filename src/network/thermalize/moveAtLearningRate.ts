import type * as tf from '@tensorflow/tfjs';
import type { FixedLearningRate } from '../../control/index.js';
import { ThermoError } from '../../error.js';
import type { ParameterGroup } from '../optimizer/parameterGroup.js';
import { multiply, squaredNorm } from '../tensors/index.js';
import type { Gas, Step } from './step.js';

/**
 * w <- w (1 - eta lambda) where weights decay, then the optimizer's own step at the rate eta.
 *
 * @throws ThermoError when only some of the weights that share a radius decay.
 */
export function moveAtLearningRate(
  step: Step,
  { learningRate, weightDecay, momentum }: FixedLearningRate,
): void {
  const { clipped, variables, decayed, gas, scalars } = step;
  const pressures = gas === null ? [] : pressuresOn(gas, decayed, weightDecay);
  if (weightDecay !== 0 && learningRate !== 0) {
    const kept = scalars.get('kept', 1 - (learningRate * weightDecay) / (1 - momentum));
    for (const variable of variables) {
      if (decayed.has(variable.name)) variable.assign(multiply<tf.Tensor>(variable, kept));
    }
  }
  step.moveBy(learningRate, clipped);
  if (gas !== null) show(step, gas, learningRate, pressures);
}

function show(
  { gradients, clipped, scalars }: Step,
  gas: Gas,
  learningRate: number,
  pressures: readonly number[],
): void {
  const { bound, motions, shown } = gas;
  const heatingRate = scalars.get('heatingRate', learningRate);
  motions.forEach((motion, index) => {
    if (motion === null) {
      bound.gauge.showGroup(index, null, null, shown);
      return;
    }
    const members = membersOf(bound.weights.invariant[index]!, gas);
    const squaredGradient =
      gradients === clipped
        ? motion.squaredGradient
        : squaredNorm(...members.map(({ name }) => clipped.get(name)!));
    const moved = {
      weights: members,
      velocity: null,
      heating: multiply(squaredGradient, heatingRate),
      heatingRate,
      pressure: scalars.get(`pressure.${index}`, pressures[index]!),
      kept: scalars.get('one', 1),
    };
    bound.gauge.showGroup(index, motion, moved, shown);
  });
}

/** The pressure on each group. */
function pressuresOn(gas: Gas, decayed: ReadonlySet<string>, weightDecay: number): readonly number[] {
  return gas.bound.weights.invariant.map((group) => {
    const members = membersOf(group, gas);
    const spared = members.filter(({ name }) => !decayed.has(name));
    if (weightDecay === 0 || spared.length === members.length) return 0;
    if (spared.length === 0) return weightDecay;
    throw new ThermoError(
      `decay leaves out ${spared.map(({ name }) => name).join(', ')}, which shares a radius with weights that decay: name all or none of them, or pass radii: 'perLayer'`,
    );
  });
}

function membersOf({ present }: ParameterGroup, { bound: { weights } }: Gas): readonly tf.Variable[] {
  return present.map((position) => weights.variables[position]!);
}
