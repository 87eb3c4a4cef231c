import * as tf from '@tensorflow/tfjs';
import { divide, multiply } from '../tensors/index.js';
import type { Velocity } from './protocols/motion.js';

/** A velocity at rest: the tensor times the scale. */
export interface HeldVelocity {
  readonly tensor: tf.Tensor;
  readonly scale: tf.Scalar;
}

/** Weights that move together, with their velocities. */
export interface ParameterGroup {
  /** Positions, in the optimizer's list, of the members that have a gradient in this step. */
  readonly present: readonly number[];
  /** d, the number of elements of the present members. */
  readonly dimension: number;
  /** Fixes which members have a gradient in this step (a frozen layer's are null). */
  arrange(hasGradient: (position: number) => boolean): void;
  /** The present members' velocities; 0 where they have none yet. */
  velocity(): Velocity;
  /** Assigns the present members' new weights and takes over their velocities (null: the group has none any more). */
  advance(weights: readonly tf.Tensor[], velocity: Velocity | null): void;
  /** The members' velocities by position, those without left out. The group keeps the tensors. */
  save(): ReadonlyMap<number, HeldVelocity>;
  /** Takes the members' share of saved velocities. */
  restore(saved: ReadonlyMap<number, HeldVelocity>): void;
  dispose(): void;
}

/** A group of the `variables` at the positions `members`. */
export function parameterGroup(
  variables: readonly tf.Variable[],
  members: readonly number[],
): ParameterGroup {
  const velocities = new Map<number, tf.Tensor>();
  /** The scale of the velocities that the last step moved. */
  let scale: tf.Scalar | null = null;
  /** The scales of those it did not move. */
  const ownScales = new Map<number, tf.Scalar>();
  let present = members;
  let dimension = dimensionOf(members);

  function dimensionOf(positions: readonly number[]): number {
    return positions.reduce((total, position) => total + variables[position]!.size, 0);
  }

  function keep(position: number, tensor: tf.Tensor): void {
    velocities.get(position)?.dispose();
    velocities.set(position, tf.keep(tensor));
  }

  function keepScale(next: tf.Scalar | null): void {
    const last = scale;
    scale = next === null ? null : tf.keep(tf.clone(next));
    last?.dispose();
  }

  function keepOwnScale(position: number, next: tf.Scalar): void {
    if (!ownScales.has(position)) ownScales.set(position, tf.keep(tf.clone(next)));
  }

  function dropOwnScale(position: number): void {
    ownScales.get(position)?.dispose();
    ownScales.delete(position);
  }

  function clear(): void {
    velocities.forEach((tensor) => tensor.dispose());
    velocities.clear();
    members.forEach(dropOwnScale);
    keepScale(null);
  }

  return {
    get present() {
      return present;
    },
    get dimension() {
      return dimension;
    },
    arrange(hasGradient) {
      const next = members.filter(hasGradient);
      if (next.length === present.length && next.every((position, i) => position === present[i])) return;
      // While they rest, the scale of the others moves on.
      for (const position of present) {
        if (scale !== null && velocities.has(position) && !hasGradient(position))
          keepOwnScale(position, scale);
      }
      present = next;
      dimension = dimensionOf(next);
    },
    velocity() {
      const common = scale ?? tf.scalar(1);
      const tensors = present.map((position) => {
        const tensor = velocities.get(position) ?? tf.zerosLike(variables[position]!);
        const own = ownScales.get(position);
        return own === undefined ? tensor : multiply(tensor, divide(own, common));
      });
      return { tensors, scale: common };
    },
    advance(weights, velocity) {
      present.forEach((position, i) => variables[position]!.assign(weights[i]!));
      if (velocity === null) {
        clear();
        return;
      }
      present.forEach((position, i) => {
        keep(position, velocity.tensors[i]!);
        dropOwnScale(position);
      });
      keepScale(velocity.scale);
    },
    save: () => {
      const common = scale;
      return common === null
        ? new Map()
        : new Map(
            [...velocities].map(([position, tensor]) => [
              position,
              { tensor, scale: ownScales.get(position) ?? common },
            ]),
          );
    },
    restore(saved) {
      clear();
      for (const position of members) {
        const velocity = saved.get(position);
        if (velocity === undefined) continue;
        keep(position, tf.clone(velocity.tensor));
        keepOwnScale(position, velocity.scale);
        if (scale === null) keepScale(velocity.scale);
      }
    },
    dispose: clear,
  };
}
