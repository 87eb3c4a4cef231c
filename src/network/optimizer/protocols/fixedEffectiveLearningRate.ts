import { divide, multiply, subtract, sumOf } from '../../tensors/index.js';
import { guard } from '../guard.js';
import type { EffectiveStep, Motion, Moved } from './motion.js';

/**
 * SGD with eta = eta_eff r^2, r the radius before the step: v <- a v + s g + lambda w, w <- w - eta v.
 *
 * eta is computed where the tensors are; the host never learns it. The guard's s is exactly 1 in ordinary steps. With
 * momentum, u = v / s is held in place of v: u <- (a s_last / s) u + g + (lambda / s) w, w <- w - eta s u, which spares a
 * pass over the gradient.
 */
export function moveAtFixedEffectiveLearningRate(motion: Motion, step: EffectiveStep): Moved {
  const { weights, gradients, velocity, scalars } = motion;
  const { effectiveLearningRate, weightDecay, momentum } = step;
  const { rate, shortening, wanted } = guard(motion, step);
  const decay = scalars.get('weightDecay', weightDecay);
  const descent = multiply(rate, shortening);
  // Of the step as it was taken: what the guard took off did not stretch the radius.
  const heatingRate = multiply(descent, shortening);
  const shown = {
    heating: multiply(heatingRate, motion.squaredGradient),
    heatingRate,
    pressure: scalars.get('pressure', weightDecay),
    kept: effectiveLearningRate === 0 ? scalars.get('one', 1) : divide(descent, wanted),
  };

  if (velocity === null) {
    const shrink = weightDecay === 0 ? null : subtract(scalars.get('one', 1), multiply(rate, decay));
    return {
      ...shown,
      velocity: null,
      weights: weights.map((weight, i) =>
        subtract(shrink === null ? weight : multiply(weight, shrink), multiply(gradients[i]!, descent)),
      ),
    };
  }
  const pull = weightDecay === 0 ? null : divide(decay, shortening);
  const inertia = divide(multiply(velocity.scale, scalars.get('momentum', momentum)), shortening);
  const tensors = weights.map((weight, i) => {
    const forces = [gradients[i]!, multiply(velocity.tensors[i]!, inertia)];
    if (pull !== null) forces.push(multiply(weight, pull));
    return sumOf(forces);
  });
  return {
    ...shown,
    velocity: { tensors, scale: shortening },
    weights: weights.map((weight, i) => subtract(weight, multiply(tensors[i]!, descent))),
  };
}
