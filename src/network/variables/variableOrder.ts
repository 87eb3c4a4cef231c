import * as tf from '@tensorflow/tfjs';
import { requireFit } from '../optimizer/savedState.js';

/** An order as plain JSON. */
export interface SavedOrder {
  /** For each variable of the order its position in the last step; null where it took no part. */
  readonly positions: readonly (number | null)[];
  /** The shapes of the variables of the last step, by position. */
  readonly shapes: readonly (readonly number[])[];
}

/**
 * The order in which an optimizer is handed its variables. tfjs's optimizers know a variable by its position, so one that is
 * frozen keeps its place and new ones come last.
 */
export interface VariableOrder {
  /**
   * The names of all variables so far, for a step in which these take part.
   * @throws ThermoError when a loaded order does not fit the variables.
   */
  with(names: readonly string[]): readonly string[];
  /** Null before the first step. */
  save(): SavedOrder | null;
}

/** An order that starts empty, or where `save` left one. */
export function variableOrder(saved: SavedOrder | null = null): VariableOrder {
  const order: string[] = [];
  const known = new Set<string>();
  let newest: readonly string[] = [];
  let loaded = saved;
  const append = (name: string): void => {
    known.add(name);
    order.push(name);
  };
  return {
    with(names) {
      if (loaded !== null) {
        requireFit(loaded.shapes, names.map(variableOf));
        // A place whose variable took no part any more is held by a name that no variable has.
        loaded.positions.forEach((position, i) => append(position === null ? `/${i}` : names[position]!));
        loaded = null;
      }
      newest = names;
      for (const name of names) if (!known.has(name)) append(name);
      return order;
    },
    save() {
      if (loaded !== null || newest.length === 0) return loaded;
      const positions = new Map(newest.map((name, position) => [name, position]));
      return {
        positions: order.map((name) => positions.get(name) ?? null),
        shapes: newest.map((name) => variableOf(name).shape),
      };
    },
  };
}

const variableOf = (name: string): tf.Variable => tf.engine().registeredVariables[name]!;
