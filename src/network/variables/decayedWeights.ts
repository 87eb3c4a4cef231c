import type * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../error.js';
import { positionsByName } from '../invariance/selection/positionsByName.js';

/** Names of variables, layers or roles (`*` allowed), or a predicate. */
export type WeightSelection = string | readonly string[] | ((variable: tf.Variable) => boolean);

/** A selection as plain JSON: null where none was given, names, or the positions that a predicate chose. */
export type SavedSelection = null | {
  readonly names: readonly { readonly name: string }[] | null;
  readonly positions: readonly number[] | null;
};

/** Which of the variables decay. */
export interface DecayedWeights {
  /** The names of those that do, among the variables that the optimizer has seen, in its order. */
  among(variables: readonly tf.Variable[]): ReadonlySet<string>;
  /** @throws ThermoError for a predicate before the first step. */
  save(): SavedSelection;
}

/** The weights that a selection names, looked up again whenever variables join. */
export function decayedWeights(selection: WeightSelection | SavedSelection): DecayedWeights {
  requireSelection(selection);
  let seen: readonly tf.Variable[] = [];
  let chosen: ReadonlySet<string> = new Set();
  return {
    among(variables) {
      if (seen.length === variables.length && variables.every((variable, i) => variable === seen[i])) {
        return chosen;
      }
      seen = variables;
      chosen = new Set(chosenOf(selection, variables).map(({ name }) => name));
      return chosen;
    },
    save() {
      if (typeof selection === 'function') {
        if (seen.length === 0) {
          throw new ThermoError(
            'decay is a predicate, which cannot be saved before the first step: take a step first, or pass names',
          );
        }
        const positions = seen.flatMap(({ name }, position) => (chosen.has(name) ? [position] : []));
        return { names: null, positions };
      }
      if (isNames(selection)) {
        return { names: [selection].flat().map((name) => ({ name })), positions: null };
      }
      return selection;
    },
  };
}

function chosenOf(
  selection: WeightSelection | SavedSelection,
  variables: readonly tf.Variable[],
): readonly tf.Variable[] {
  if (selection === null) return variables.filter(({ rank }) => rank >= 2);
  if (typeof selection === 'function') return variables.filter(selection);
  if (!isNames(selection) && selection.positions !== null) {
    return selection.positions.flatMap((position) => variables[position] ?? []);
  }
  const given = isNames(selection) ? [selection].flat() : (selection.names ?? []).map(({ name }) => name);
  const names = variables.map(({ name }) => name);
  return given
    .flatMap((name) => positionsByName(name, names, 'decay'))
    .map((position) => variables[position]!);
}

function isNames(selection: WeightSelection | SavedSelection): selection is string | readonly string[] {
  return typeof selection === 'string' || Array.isArray(selection);
}

function requireSelection(selection: WeightSelection | SavedSelection): void {
  const given: unknown = isNames(selection) ? [selection].flat() : selection;
  if (Array.isArray(given) && given.every((name) => typeof name === 'string')) return;
  if (typeof given === 'function') return;
  if (given === null || (typeof given === 'object' && 'positions' in given)) return;
  throw new ThermoError(
    `decay is ${JSON.stringify(selection)}: pass names such as 'kernel', or a predicate such as ({ rank }) => rank > 1`,
  );
}
