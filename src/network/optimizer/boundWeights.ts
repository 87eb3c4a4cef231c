import type * as tf from '@tensorflow/tfjs';
import { parameterGroup, type HeldVelocity, type ParameterGroup } from './parameterGroup.js';

/** The variables an optimizer was bound to in its first step, in their order, parted into groups. */
export interface BoundWeights {
  readonly variables: readonly tf.Variable[];
  /** The scale-invariant groups: each has a radius of its own. Empty while they are not known. */
  readonly invariant: readonly ParameterGroup[];
  /** All the rest. */
  readonly others: ParameterGroup;
  /** The position of the variable of a name; undefined for a variable that is not bound. */
  positionOf(name: string): number | undefined;
  /** Every velocity by position; the groups keep them. */
  velocities(): ReadonlyMap<number, HeldVelocity>;
  /** Takes over the velocities in the map. */
  restore(velocities: ReadonlyMap<number, HeldVelocity>): void;
  dispose(): void;
}

/**
 * Binds variables, parted into the scale-invariant `groups` (positions) and the rest.
 */
export function bindWeights(
  variables: readonly tf.Variable[],
  groups: readonly (readonly number[])[],
): BoundWeights {
  const grouped = new Set(groups.flat());
  const invariant = groups.map((members) => parameterGroup(variables, members));
  const others = parameterGroup(
    variables,
    variables.flatMap((_, position) => (grouped.has(position) ? [] : [position])),
  );
  const all = [...invariant, others];
  const positions = new Map(variables.map(({ name }, position) => [name, position]));
  return {
    variables,
    invariant,
    others,
    positionOf: (name) => positions.get(name),
    velocities: () => new Map(all.flatMap((group) => [...group.save()])),
    restore: (velocities) => all.forEach((group) => group.restore(velocities)),
    dispose: () => all.forEach((group) => group.dispose()),
  };
}
