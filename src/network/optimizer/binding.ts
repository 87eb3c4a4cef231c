import type * as tf from '@tensorflow/tfjs';
import type { BoundWeights } from './boundWeights.js';
import { gauge, type Gauge } from './gauge.js';
import { disposeSaved, requireFit, shapesOf, type SavedConfig, type SavedTensors } from './savedState.js';
import type { WeightBinder } from './weightBinder.js';
import { nothingCounted } from './windowCount.js';

/** The variables of the last step, in their groups, and the gauge on them. */
export interface Bound {
  readonly weights: BoundWeights;
  readonly gauge: Gauge;
}

/** What belongs to the variables that an optimizer moves, from its first step on, and a loaded state until then. */
export interface Binding {
  /** Null before the first step. */
  readonly bound: Bound | null;
  /**
   * The binding for a step in which variables of these names take part; a new one takes over the velocities of the last or
   * of a loaded state.
   * @throws ThermoError when no weight is scale-invariant, or the loaded state does not fit the variables.
   */
  bind(binder: WeightBinder, names: readonly string[]): Bound;
  /** Takes over loaded tensors, for the next step to bind. */
  load(tensors: SavedTensors): void;
  /** The tensors to save, which stay the binding's; null where there are none. */
  tensors(): SavedTensors | null;
  /** What is saved beside them. */
  config(): SavedBinding;
  dispose(): void;
}

/** What a binding saves beside its tensors. */
export type SavedBinding = Pick<SavedConfig, 'shapes' | 'window'>;

const nothingSeen: SavedBinding = { shapes: null, window: nothingCounted };

/**
 * A binding to no variables yet.
 * @param config that of a loaded optimizer, whose tensors are still to come.
 */
export function binding(config: SavedBinding = nothingSeen): Binding {
  let bound: Bound | null = null;
  let loaded: { readonly config: SavedBinding; readonly tensors: SavedTensors | null } | null = {
    config,
    tensors: null,
  };

  const configNow = (): SavedBinding => {
    if (bound === null) return loaded?.config ?? nothingSeen;
    return { shapes: bound.weights.variables.map(({ shape }) => shape), window: bound.gauge.save().count };
  };

  const dropLoaded = (): void => {
    if (loaded?.tensors) disposeSaved(loaded.tensors);
    loaded = null;
  };

  return {
    get bound() {
      return bound;
    },
    bind(binder, names) {
      const last = bound;
      const weights = binder.bind(names, last?.weights ?? null);
      if (last !== null && weights === last.weights && !loaded?.tensors) return last;

      const next = { weights, gauge: gauge(weights) };
      if (loaded?.tensors) {
        const { tensors, config: shown } = loaded;
        next.gauge.restore(tensors.sums, shown.window);
        requireFit(shapesOf(tensors.velocities), weights.variables);
        weights.restore(tensors.velocities);
        dropLoaded();
      } else if (last !== null) {
        weights.restore(velocitiesIn(weights, last.weights));
      }
      if (last?.weights !== weights) last?.weights.dispose();
      last?.gauge.dispose();
      bound = next;
      return next;
    },
    load(tensors) {
      const begun = configNow();
      dropLoaded();
      if (bound === null) {
        loaded = { config: begun, tensors };
        return;
      }
      // Of a window that this optimizer itself has begun, only the steps to come are shown.
      tensors.sums?.dispose();
      loaded = {
        config: { ...begun, window: nothingSeen.window },
        tensors: { ...tensors, sums: null },
      };
    },
    tensors: () =>
      bound === null
        ? (loaded?.tensors ?? null)
        : { velocities: bound.weights.velocities(), sums: bound.gauge.save().sums },
    config: configNow,
    dispose() {
      bound?.weights.dispose();
      bound?.gauge.dispose();
      bound = null;
      dropLoaded();
    },
  };
}

/** The velocities of the last binding, by their positions in the next. */
function velocitiesIn(next: BoundWeights, last: BoundWeights): SavedTensors['velocities'] {
  return new Map(
    [...last.velocities()].map(([position, velocity]) => [
      next.positionOf((last.variables[position] as tf.Variable).name)!,
      velocity,
    ]),
  );
}
