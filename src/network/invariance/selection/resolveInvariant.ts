import * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../../error.js';
import type { InvarianceReport, VariableVerdict } from '../invarianceReport.js';
import { structuralInvariance } from '../structuralInvariance.js';
import { positionsByName } from './positionsByName.js';

/**
 * The user's word for the scale-invariant weights: names (of variables, layers or roles, `*` allowed), a predicate, or the
 * model in which they are to be found.
 */
export type InvarianceSelection =
  string | readonly string[] | ((variable: tf.Variable) => boolean) | tf.LayersModel;

/**
 * The positions in `variables` of the selected weights, in parts that may each have a radius of their own: joint groups of
 * the model in one part, all else one variable a part. Joint groups of which a member is not among the variables do
 * not scale and are left out. Without a model, names and predicates are taken at their word.
 *
 * @param selection what the user gave.
 * @param variables the variables that are trained.
 * @param model where given, names and predicates are checked against it.
 * @throws ThermoError for a name that no variable has, an empty group, fewer than 2 elements, or a group that is not
 *   scale-invariant in the model.
 */
export function resolveInvariant(
  selection: InvarianceSelection,
  variables: readonly tf.Variable[],
  model?: tf.LayersModel,
): number[][] {
  const parts =
    selection instanceof tf.LayersModel
      ? partsOfModel(selection, variables)
      : partsOfPositions(selectedPositions(selection, variables), variables, model);
  const dimension = parts
    .flat()
    .reduce((sum, position) => sum + (variables[position] as tf.Variable).size, 0);
  if (dimension < 2) {
    throw new ThermoError(
      `invariant selects ${dimension} parameters: pass a group of at least 2, since on a line there is no direction to move in`,
    );
  }
  return parts;
}

function partsOfModel(model: tf.LayersModel, variables: readonly tf.Variable[]): number[][] {
  const report = structuralInvariance(model);
  const positions = new Map(variables.map(({ name }, position) => [name, position]));
  const parts = report.groups
    .map((members) =>
      members.map((member) => positions.get((report.variables[member] as VariableVerdict).name)),
    )
    .filter((part): part is number[] => part.every((position) => position !== undefined));
  if (parts.length > 0) return parts;
  throw new ThermoError(
    report.groups.length > 0
      ? `none of the trained variables is a scale-invariant weight of model "${model.name}": pass the model that is trained`
      : `model "${model.name}" has no scale-invariant weights: put a normalization after its kernels, or name weights yourself`,
  );
}

function selectedPositions(
  selection: Exclude<InvarianceSelection, tf.LayersModel>,
  variables: readonly tf.Variable[],
): number[] {
  if (typeof selection === 'function') {
    const chosen = variables.flatMap((variable, position) => (selection(variable) ? [position] : []));
    if (chosen.length > 0) return chosen;
    throw new ThermoError(
      `invariant is true for none of ${variables.length} variables: pass a predicate that holds for at least one, such as ({ name }) => name.endsWith('kernel')`,
    );
  }
  const given: readonly unknown[] = typeof selection === 'string' ? [selection] : selection;
  if (!Array.isArray(given) || given.some((name) => typeof name !== 'string')) {
    throw new ThermoError(`invariant is ${String(selection)}: pass names, a predicate or a tf.LayersModel`);
  }
  if (given.length === 0) {
    throw new ThermoError(
      'invariant is empty: pass at least one name, or leave it out to have the weights found',
    );
  }
  const names = variables.map(({ name }) => name);
  return [...new Set(given.flatMap((name: string) => positionsByName(name, names)))].sort((a, b) => a - b);
}

function partsOfPositions(
  positions: readonly number[],
  variables: readonly tf.Variable[],
  model: tf.LayersModel | undefined,
): number[][] {
  if (!model) return positions.map((position) => [position]);
  const report = structuralInvariance(model);
  const positionOf = new Map(
    positions.map((position) => [(variables[position] as tf.Variable).name, position]),
  );
  const indexOf = new Map(report.variables.map(({ name }, index) => [name, index]));
  for (const name of positionOf.keys()) {
    const index = indexOf.get(name);
    if (index === undefined) {
      throw new ThermoError(
        `invariant includes "${name}", which model "${model.name}" does not train: leave it out`,
      );
    }
    refuseUnlessInvariant(report, index, (partner) => positionOf.has(partner));
  }
  return report.groups
    .map((members) => members.flatMap((member) => positionOf.get(report.variables[member]?.name ?? '') ?? []))
    .filter((part) => part.length > 0);
}

function refuseUnlessInvariant(
  report: InvarianceReport,
  index: number,
  selected: (name: string) => boolean,
): void {
  const { name, verdict, group, reason } = report.variables[index] as VariableVerdict;
  if (group === null) {
    const what = verdict === 'null-direction' ? 'a null direction and no part of w' : 'not scale-invariant';
    throw new ThermoError(`invariant includes "${name}", which is ${what} (${reason}): leave it out`);
  }
  const partners = (report.groups[group] ?? []).map(
    (member) => (report.variables[member] as VariableVerdict).name,
  );
  const missing = partners.filter((partner) => !selected(partner));
  if (missing.length > 0) {
    throw new ThermoError(
      `invariant includes "${name}" without ${missing.join(', ')} (${reason}): add it or leave both out`,
    );
  }
}
