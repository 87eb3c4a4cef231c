import * as tf from '@tensorflow/tfjs';
import type { FixedEffectiveLearningRate, FixedLearningRate, FixedSphere } from '../../control/index.js';
import { move } from '../optimizer/move.js';
import { moveOthers } from '../optimizer/moveOthers.js';
import type { Motion, Moved } from '../optimizer/protocols/motion.js';
import { multiply, squaredNorm, subtract } from '../tensors/index.js';
import { motionOf } from './gasMotion.js';
import type { Gas, Step } from './step.js';

/**
 * A step at eta = eta_eff r^2, which only the device knows.
 *
 * The wrapped optimizer takes its step at the rate 1, which shows its direction u = w - w'; then w <- w (1 - eta lambda) - eta u,
 * and on a sphere the rescaling. All of tfjs's optimizers are linear in their rate, so that this is their step at the rate eta.
 *
 * @param others the rate and decay of the weights that are not scale-invariant; null where they are frozen.
 */
export function moveAtEffectiveRate(
  step: Step & { readonly gas: Gas },
  control: FixedEffectiveLearningRate | FixedSphere,
  others: FixedLearningRate | null,
): void {
  const { clipped, variables, decayed, gas, scalars } = step;
  const { weights, gauge } = gas.bound;
  const inGas = new Set(
    weights.invariant.flatMap(({ present }) => present.map((position) => weights.variables[position]!.name)),
  );
  const rest = others === null ? [] : variables.filter(({ name }) => !inGas.has(name));
  const restBefore = rest.map((variable) => tf.clone<tf.Tensor>(variable));
  step.moveBy(1, others === null ? new Map([...clipped].filter(([name]) => inGas.has(name))) : clipped);

  gas.motions.forEach((motion, index) => {
    if (motion === null) {
      gauge.showGroup(index, null, null, gas.shown);
      return;
    }
    const group = weights.invariant[index]!;
    const members = group.present.map((position) => weights.variables[position]!);
    const moved = moveBack(motion, members, control, step);
    gauge.showGroup(index, motion, moved, gas.shown);
    group.advance(moved.weights, null);
  });
  if (others === null) return;
  const parts = [
    { moving: rest.filter(({ name }) => decayed.has(name)), weightDecay: others.weightDecay },
    { moving: rest.filter(({ name }) => !decayed.has(name)), weightDecay: 0 },
  ];
  for (const { moving, weightDecay } of parts) {
    if (moving.length === 0) continue;
    const before = moving.map((variable) => restBefore[rest.indexOf(variable)]!);
    const directions = moving.map((variable, i) => subtract<tf.Tensor>(before[i]!, variable));
    const moved = moveOthers(
      { weights: before, gradients: directions, velocity: null },
      { ...others, weightDecay },
      scalars,
    );
    moving.forEach((variable, i) => variable.assign(moved.weights[i]!));
  }
}

/** The step of a group, from the one at the rate 1 that its variables have taken. */
function moveBack(
  motion: Motion,
  members: readonly tf.Variable[],
  control: FixedEffectiveLearningRate | FixedSphere,
  { gradients, clipped, scalars }: Step,
): Moved {
  const directions = members.map((variable, i) => subtract<tf.Tensor>(motion.weights[i]!, variable));
  const unit = motionOf(motion.weights, directions, motion.squaredRadius, scalars);
  // The direction holds the momentum already; decay acts at the rate eta / (1 - a), as the pressure is defined.
  const lasting = 1 - control.momentum;
  const moved = move(
    unit,
    control.protocol === 'fixedSphere'
      ? { ...control, momentum: 0 }
      : { ...control, momentum: 0, weightDecay: control.weightDecay / lasting },
  );
  const squaredGradient =
    gradients === clipped
      ? motion.squaredGradient
      : squaredNorm(...members.map(({ name }) => clipped.get(name)!));
  return {
    ...moved,
    heating: multiply(moved.heatingRate, squaredGradient),
    pressure: lasting === 1 ? moved.pressure : multiply(moved.pressure, scalars.get('lasting', lasting)),
  };
}
