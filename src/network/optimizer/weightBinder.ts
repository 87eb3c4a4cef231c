import * as tf from '@tensorflow/tfjs';
import { resolveInvariant, type InvarianceSelection } from '../invariance/index.js';
import { bindWeights, type BoundWeights } from './boundWeights.js';
import { invarianceSearch, type InvarianceSearch } from './invarianceSearch.js';

/** Positions of the scale-invariant variables, parted into the groups that share a radius. */
export type Groups = readonly (readonly number[])[];

/** Binds variables as steps bring them, and finds which are scale-invariant. */
export interface WeightBinder {
  /**
   * The binding for a step in which variables of these names take part: the last one where nothing is new.
   * @throws ThermoError when no weight is scale-invariant.
   */
  bind(names: readonly string[], last: BoundWeights | null): BoundWeights;
  /** Names the model that is trained: to look in where nothing was selected, else to check the selection against. */
  recognize(model: tf.LayersModel): void;
  /** Looks at gradients where the groups are still to be found from them. */
  watch(variables: readonly tf.Variable[], gradients: readonly (tf.Tensor | undefined)[]): void;
  /** The groups; null while they are not known. */
  readonly groups: Groups | null;
  dispose(): void;
}

/**
 * A binder for what the user selected (null: the model named later or, without one, the gradients of the first steps).
 * @param groups those of a saved optimizer, which are then not looked for.
 */
export function weightBinder(
  selection: InvarianceSelection | null,
  radii: 'global' | 'perLayer',
  groups: Groups | null = null,
): WeightBinder {
  let model: tf.LayersModel | null = null;
  let known = groups;
  let search: InvarianceSearch | null = null;
  const withRadii = (parts: Groups): Groups => (radii === 'global' ? [parts.flat().toSorted((a, b) => a - b)] : parts);

  return {
    bind(names, last) {
      const found = search?.found() ?? null;
      const unknown = names.filter((name) => last?.positionOf(name) === undefined);
      if (last !== null && found === null && unknown.length === 0) return last;

      const registered = tf.engine().registeredVariables;
      const variables = [...(last?.variables ?? []), ...unknown.map((name) => registered[name]!)];
      if (found !== null) {
        search?.dispose();
        search = null;
        known = withRadii(found.map((position) => [position]));
      } else if (selection !== null || model !== null) {
        known = withRadii(resolveInvariant(selection ?? model!, variables, model ?? undefined));
      } else if (known === null) {
        search ??= invarianceSearch();
      }
      return bindWeights(variables, known ?? []);
    },
    recognize(trained) {
      if (known === null) model = trained;
    },
    watch: (variables, gradients) => search?.watch(variables, gradients),
    get groups() {
      return known;
    },
    dispose: () => search?.dispose(),
  };
}
