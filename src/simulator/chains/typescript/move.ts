import { column } from '../conditionsTable.js';
import { dotProduct } from './dotProduct.js';
import type { Standing } from './force.js';

const single = Math.fround;

/**
 * Moves one chain by one step and tells what the step showed, in single precision.
 *
 * The pressure of a sphere is read off the stretch before the rescaling, (1 - a) (|w - eta v| - r) / (eta_eff r^3). The difference
 * would be lost to rounding at small rates; it is r x / (1 + sqrt(1 + x)) with x = (eta^2 v.v - 2 eta w.v) / r^2, and w.v is a times
 * w.v of the last velocity, as the force has no part along w.
 *
 * @param at where the chain's row begins in `weights` and, where there is momentum, in `velocity`.
 * @param force t, on the unit sphere and without a part along w; overwritten by the new velocity.
 */
export function move(
  weights: Float32Array,
  velocity: Float32Array,
  force: Float32Array,
  at: number,
  { squaredRadius, inverseRadius, secondMoment }: Standing,
  numbers: Float32Array,
  row: number,
  shown: { heating: number; pressure: number },
): void {
  const decay = numbers[row + column.decay]!;
  const momentum = numbers[row + column.momentum]!;
  const radius = numbers[row + column.radius]!;
  const hasVelocity = velocity.length > 0;
  const rate = single(
    numbers[row + column.rate]! + single(numbers[row + column.effectiveRate]! * squaredRadius),
  );
  const carried = hasVelocity ? dotProduct(weights, at, velocity, at, force.length) : 0;
  for (let i = 0; i < force.length; i += 1) {
    let speed = single(single(force[i]! * inverseRadius) + single(decay * weights[at + i]!));
    if (hasVelocity) {
      speed = single(single(momentum * velocity[at + i]!) + speed);
      velocity[at + i] = momentum > 0 ? speed : 0;
    }
    force[i] = speed;
    weights[at + i] = single(weights[at + i]! - single(rate * speed));
  }
  const inverseSquare = single(inverseRadius * inverseRadius);
  shown.heating = single(single(rate * inverseSquare) * secondMoment);
  shown.pressure = 0;
  if (radius === 0) return;

  const squaredSpeed = dotProduct(force, 0, force, 0, force.length);
  const push = single(single(rate * squaredSpeed) - single(single(momentum + momentum) * carried));
  const stretch = single(single(rate * push) * inverseSquare);
  const share = single(stretch / single(1 + single(Math.sqrt(single(1 + stretch)))));
  shown.pressure = single(single(share * inverseSquare) * numbers[row + column.pressureOfStretch]!);
  const rescale = single(single(radius * inverseRadius) / single(1 + share));
  for (let i = 0; i < force.length; i += 1) {
    weights[at + i] = single(weights[at + i]! * rescale);
  }
}
