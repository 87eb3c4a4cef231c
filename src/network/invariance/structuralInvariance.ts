import * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../error.js';
import type { InvarianceReport, VariableVerdict, Verdict } from './invarianceReport.js';
import { type JointGroups, jointGroups } from './structure/jointGroups.js';
import type { ScaleSystem } from './structure/scaleSystem.js';
import { type TrainedWeight, trainedWeights } from './structure/trainedWeights.js';
import { walkModel } from './structure/walkModel.js';

/**
 * Which weights of a model are scale-invariant, read off its layers without running it.
 *
 * Every tensor gets a degree in the weights (scaling w_i by c_i multiplies it by a product of powers of the c_i): kernels
 * add to it, positively homogeneous steps keep it, sums ask their summands for equal ones, normalizations set it to
 * zero, and everything else, the model's output included, asks for zero. The scalings that meet all that is asked are
 * the invariances. Functional and sequential models, nested models, shared layers and TimeDistributed are followed; layers
 * without a known rule (recurrent ones, the user's own) count as scale-dependent, which can only make w smaller.
 *
 * Holds for training mode, up to each normalization's epsilon. A layer frozen by `trainable = false` keeps its scale;
 * a frozen batch normalization still normalizes, since tfjs uses the batch's statistics in training all the same.
 *
 * @throws ThermoError when `model` is not a LayersModel of this copy of tfjs or has no layers yet.
 */
export function structuralInvariance(model: tf.LayersModel): InvarianceReport {
  if (!(model instanceof tf.LayersModel)) {
    throw new ThermoError(
      'model is not a tf.LayersModel: pass one made by tf.model, tf.sequential or tf.loadLayersModel, and install one copy of @tensorflow/tfjs',
    );
  }
  if ((model.outputs?.length ?? 0) === 0) {
    throw new ThermoError(`model "${model.name}" has no layers: add them before asking for its invariances`);
  }
  const weights = trainedWeights(model);
  const system = walkModel(model);
  const found = jointGroups(
    system.equations,
    weights.map(({ size }) => size),
  );
  const groups = found.groups.filter((members) =>
    members.some((member) => system.scaleRemovedBy.has(member)),
  );
  const groupOf = new Map(
    groups.flatMap((members, group) => members.map((member) => [member, group] as const)),
  );
  const variables = weights.map((weight, index): VariableVerdict => {
    const group = groupOf.get(index) ?? null;
    const verdict = verdictOn(index, group === null ? [] : (groups[group] as readonly number[]), found);
    return { ...weight, verdict, group, reason: reasonFor(verdict, index, system, found, weights) };
  });
  const used = new Set([...groupOf.keys()].flatMap((index) => [...(system.scaleRemovedBy.get(index) ?? [])]));
  return {
    variables,
    groups,
    dimension: weights.reduce((sum, { size }, index) => (groupOf.has(index) ? sum + size : sum), 0),
    normalizations: [...used].map((path) => ({ path, epsilon: system.epsilons.get(path) ?? 0 })),
  };
}

function verdictOn(index: number, members: readonly number[], { held }: JointGroups): Verdict {
  if (held.has(index)) return 'not-invariant';
  if (members.length === 0) return 'null-direction';
  return members.length === 1 ? 'invariant' : 'jointly-invariant';
}

function reasonFor(
  verdict: Verdict,
  index: number,
  system: ScaleSystem,
  { groups, held, tied }: JointGroups,
  weights: readonly TrainedWeight[],
): string {
  const named = (paths: Iterable<string>): string =>
    [...paths].map((path) => `"${path}" (epsilon ${system.epsilons.get(path) ?? 0})`).join(', ');
  switch (verdict) {
    case 'invariant':
      return `its scale is divided out by ${named(system.scaleRemovedBy.get(index) ?? [])}`;
    case 'jointly-invariant': {
      const members = groups.find((group) => group.includes(index)) ?? [];
      const others = members
        .filter((member) => member !== index)
        .map((member) => weights[member]?.name ?? '');
      const removedBy = new Set(members.flatMap((member) => [...(system.scaleRemovedBy.get(member) ?? [])]));
      return `divided out by ${named(removedBy)} if scaled with ${others.join(', ')}: ${tied.get(index) ?? ''}`;
    }
    case 'null-direction': {
      const removedBy = system.constantRemovedBy.get(index);
      return removedBy
        ? `the constant it adds to each channel is subtracted by ${named(removedBy)}`
        : 'nothing computed from it reaches the loss';
    }
    case 'not-invariant':
      return held.get(index) ?? '';
  }
}
