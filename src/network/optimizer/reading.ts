import * as tf from '@tensorflow/tfjs';
import type { Control, Observation } from '../../control/index.js';
import { ThermoError } from '../../error.js';
import { squaredNorm } from '../tensors/index.js';
import type { BoundWeights } from './boundWeights.js';
import type { Detail, MemberDetail } from './detail.js';

import type { Motion, Moved } from './protocols/motion.js';

/** What the steps since the last reading showed. */
export interface Reading {
  /** All scale-invariant weights together. With one radius a layer, moments and squared radii are sums over the layers. */
  readonly whole: Observation;
  /** One observation for each radius, in the order of the groups. */
  readonly groups: readonly Observation[];
  /** Each scale-invariant variable in the last step; empty where no detail was asked for. */
  readonly members: readonly MemberReading[];
}

/** One variable in the last step before the reading. */
export interface MemberReading extends MemberDetail {
  /** The position of its group in `groups`. */
  readonly group: number;
  /** Its position in the optimizer's list of variables. */
  readonly position: number;
  readonly name: string;
  /** d_i, its number of elements. */
  readonly dimension: number;
}

/** What a group's step adds to the window's sums. */
const summed = ['squaredRadius', 'secondMoment', 'heating', 'pressure', 'kept', 'moved'] as const;
type Summed = Readonly<Record<(typeof summed)[number], number>>;

/** The scalars of one group's step, in the order of the sums; zeros for a group that did not move. */
export function summedOfStep(step: { readonly motion: Motion; readonly moved: Moved } | null): tf.Scalar[] {
  if (step === null) return summed.map(() => tf.scalar(0));
  const { motion, moved } = step;
  const values: Readonly<Record<keyof Summed, tf.Scalar>> = {
    squaredRadius: motion.squaredRadius,
    secondMoment: motion.secondMoment,
    heating: moved.heating,
    pressure: moved.pressure,
    kept: moved.kept,
    moved: motion.scalars.get('one', 1),
  };
  return summed.map((name) => values[name]);
}

/** The window that is read, as the host knows it. */
export interface Window {
  readonly step: number;
  readonly steps: number;
  readonly losses: number;
  readonly control: Control;
}

/** The present radius of each group, squared, as one tensor on the device; 0 for a group of which nothing moves. */
export function squaredRadii({ invariant, variables }: BoundWeights): tf.Tensor1D {
  return tf.stack(
    invariant.map(({ present }) =>
      present.length === 0 ? tf.scalar(0) : squaredNorm(...present.map((position) => variables[position]!)),
    ),
  ) as tf.Tensor1D;
}

/** The numbers of a window as they came from the device. */
export interface WindowNumbers {
  /** For each group its sums, then the sum of the losses. */
  readonly sums: ArrayLike<number>;
  /** One number a group. */
  readonly squaredRadii: ArrayLike<number>;
  /** One detail a group, where one was made. */
  readonly details: readonly (Detail | null)[];
}

/**
 * Turns the numbers of a window into observations.
 * @throws ThermoError when no group has the two weights that a direction needs.
 */
export function readingOf(window: Window, weights: BoundWeights, numbers: WindowNumbers): Reading {
  const { invariant, variables } = weights;
  const loss = window.losses === 0 ? null : numbers.sums[invariant.length * summed.length]! / window.losses;
  const stepsOf = (i: number): number => numbers.sums[i * summed.length + summed.indexOf('moved')]!;
  const moving = invariant.flatMap((group, i) => (group.dimension >= 2 && stepsOf(i) > 0 ? [i] : []));
  if (moving.length === 0)
    throw new ThermoError('no scale-invariant weight has a gradient: is every layer frozen?');
  const groups = moving.map((i) =>
    observationOf(
      window,
      invariant[i]!.dimension,
      meansOf(numbers.sums, i, stepsOf(i)),
      numbers.squaredRadii[i]!,
      loss,
      numbers.details[i] ?? null,
    ),
  );
  return {
    whole: groups.length === 1 ? groups[0]! : together(groups),
    groups,
    members: moving.flatMap((i, group) =>
      (numbers.details[i]?.members ?? []).map((member, row) => {
        const position = invariant[i]!.present[row]!;
        const variable = variables[position]!;
        return { ...member, group, position, name: variable.name, dimension: variable.size };
      }),
    ),
  };
}

function meansOf(sums: ArrayLike<number>, group: number, steps: number): Summed {
  return Object.fromEntries(
    summed.map((name, i) => [name, sums[group * summed.length + i]! / steps]),
  ) as unknown as Summed;
}

function observationOf(
  window: Window,
  dimension: number,
  means: Summed,
  squaredRadius: number,
  loss: number | null,
  detail: Detail | null,
): Observation {
  return {
    step: window.step,
    window: window.steps,
    dimension,
    radius: Math.sqrt(squaredRadius),
    squaredRadius: means.squaredRadius,
    loss,
    secondMoment: means.secondMoment,
    effectiveLearningRate: means.secondMoment === 0 ? 0 : means.heating / means.secondMoment,
    pressure: means.pressure,
    noise: null,
    angle: detail?.angle ?? null,
    stepCorrelation: detail?.stepCorrelation ?? null,
    guarded: 1 - means.kept,
    control: window.control,
  };
}

/** Several gases with a radius each, taken as one: what adds up is added up, the rest is weighted by its share. */
function together(parts: readonly Observation[]): Observation {
  const sum = (value: (part: Observation) => number): number =>
    parts.reduce((total, part) => total + value(part), 0);
  const secondMoment = sum((part) => part.secondMoment);
  const squaredRadius = sum((part) => part.squaredRadius);
  return {
    ...parts[0]!,
    dimension: sum((part) => part.dimension),
    radius: Math.sqrt(sum((part) => part.radius ** 2)),
    squaredRadius,
    secondMoment,
    effectiveLearningRate:
      secondMoment === 0 ? 0 : sum((part) => part.effectiveLearningRate * part.secondMoment) / secondMoment,
    pressure: sum((part) => part.pressure * part.squaredRadius) / squaredRadius,
    guarded: sum((part) => part.guarded * part.dimension) / sum((part) => part.dimension),
    angle: null,
    stepCorrelation: null,
  };
}
