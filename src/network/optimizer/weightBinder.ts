import * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../error.js';
import { resolveInvariant, type InvarianceSelection } from '../invariance/index.js';
import { bindWeights, type BoundWeights } from './boundWeights.js';
import { invarianceSearch, type InvarianceSearch } from './invarianceSearch.js';
import { requireFit, type SavedConfig } from './savedState.js';

/** Positions of the scale-invariant variables, parted into the groups that share a radius. */
export type Groups = readonly (readonly number[])[];

/** Binds variables as steps bring them, and finds which are scale-invariant. */
export interface WeightBinder {
  /**
   * The binding for a step in which variables of these names take part: the last one where nothing is new.
   * @throws ThermoError when no weight is scale-invariant, or the saved state does not fit the variables.
   */
  bind(names: readonly string[], last: BoundWeights | null): BoundWeights;
  /** Names the model that is trained: to look in where nothing was selected, else to check the selection against. */
  recognize(model: tf.LayersModel): void;
  /** Looks at gradients where the groups are still to be found from them. */
  watch(variables: readonly tf.Variable[], gradients: readonly (tf.Tensor | undefined)[]): void;
  /**
   * What is saved of the selection: the groups or, before any step, the names that stand for them.
   * @throws ThermoError before the first step of an optimizer whose weights a predicate selects.
   */
  save(): Pick<SavedConfig, 'groups' | 'invariant'>;
  dispose(): void;
}

/**
 * A binder for what the user selected (null: the model named later or, without one, the gradients of the first steps).
 * @param saved the groups of a saved optimizer, which are then not looked for, and the shapes of its variables.
 */
export function weightBinder(
  selection: InvarianceSelection | null,
  radii: 'global' | 'perLayer',
  saved: Pick<SavedConfig, 'groups' | 'shapes'> = { groups: null, shapes: null },
): WeightBinder {
  let model: tf.LayersModel | null = null;
  let known = saved.groups;
  let search: InvarianceSearch | null = null;
  const withRadii = (parts: Groups): Groups =>
    radii === 'global' ? [parts.flat().toSorted((a, b) => a - b)] : parts;

  return {
    bind(names, last) {
      const found = search?.found() ?? null;
      const unknown = names.filter((name) => last?.positionOf(name) === undefined);
      const isNamedLate = search !== null && model !== null;
      if (last !== null && found === null && unknown.length === 0 && !isNamedLate) return last;
      search?.dispose();
      search = null;

      const lastNames = last?.variables.map(({ name }) => name) ?? [];
      // The order of a step in which all take part is the model's own, in which a loaded model brings them again.
      const order = lastNames.every((name) => names.includes(name)) ? names : [...lastNames, ...unknown];
      const variables = order.map((name) => tf.engine().registeredVariables[name]!);
      if (last === null && saved.shapes !== null) requireFit(saved.shapes, variables);
      if (selection !== null || model !== null) {
        known = withRadii(resolveInvariant(selection ?? model!, variables, model ?? undefined));
      } else {
        const groups = found === null ? known : withRadii(found.map((position) => [position]));
        known =
          groups?.map((members) =>
            members.map((position) => (last === null ? position : order.indexOf(lastNames[position]!))),
          ) ?? null;
        if (known === null) search = invarianceSearch();
      }
      return bindWeights(variables, known ?? []);
    },
    recognize(trained) {
      if (known === null) model = trained;
    },
    watch: (variables, gradients) => search?.watch(variables, gradients),
    save() {
      if (known !== null) return { groups: known, invariant: null };
      const trained = selection instanceof tf.LayersModel ? selection : model;
      if (trained === null) return { groups: null, invariant: savedNames(selection as NameSelection | null) };
      const variables = trained.trainableWeights.map((weight) => weight.read() as tf.Variable);
      const parts = resolveInvariant(selection ?? trained, variables, trained);
      return { groups: withRadii(parts), invariant: null };
    },
    dispose: () => search?.dispose(),
  };
}

type NameSelection = Exclude<InvarianceSelection, tf.LayersModel>;

/** Names as tfjs leaves them alone: it camel-cases text on loading, but not what has the key `name`. */
function savedNames(selection: NameSelection | null): SavedConfig['invariant'] {
  if (selection === null) return null;
  if (typeof selection === 'function') {
    throw new ThermoError(
      'invariant is a predicate, which cannot be saved before the first step: take a step first, or pass names',
    );
  }
  return [selection].flat().map((name) => ({ name }));
}
