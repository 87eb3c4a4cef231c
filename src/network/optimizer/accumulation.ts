import * as tf from '@tensorflow/tfjs';
import { requireCount } from '../../error.js';
import type { SavedAccumulation } from './savedAccumulation.js';
import { requireFit, type NamedTensor } from './savedState.js';

/** Sums of gradients over the micro-batches of a step. */
export interface Accumulation {
  /** k, the micro-batches of a step. */
  readonly every: number;
  /** Adds the loss of a micro-batch. */
  addLoss(loss: tf.Scalar): void;
  /**
   * Adds the gradients of a micro-batch. With the k-th `step` is called with the means and the mean loss, which live until it
   * returns; the loss is null where not all were shown, and a variable that no micro-batch reached has no gradient.
   * @throws ThermoError when loaded sums do not fit the gradients.
   */
  add(
    named: readonly NamedTensor[],
    step: (means: readonly NamedTensor[], loss: tf.Scalar | null) => void,
  ): void;
  save(): SavedAccumulation;
  /** Clones of the sums, by position. */
  tensors(): NamedTensor[];
  /** Takes over what `tensors` gave, as it came back. */
  load(named: readonly NamedTensor[]): void;
  dispose(): void;
}

const prefix = 'GasOptimizer/accumulated';
const lossName = `${prefix}/loss`;

/**
 * An accumulation of `every` micro-batches a step: their mean gradient is that of one batch of all their examples, where they
 * are of one size.
 * @throws ThermoError when `every` is no whole number of at least 1.
 */
export function accumulation(
  every: number,
  saved: Omit<SavedAccumulation, 'every'> | null = null,
): Accumulation {
  requireCount('gradientAccumulationSteps', every);
  let taken = 0;
  let losses = 0;
  const sums = new Map<string, tf.Tensor>();
  let order: readonly string[] = [];
  let lossSum: tf.Scalar | null = null;
  /** Sums by position, until gradients come that they belong to. */
  let loaded: ReadonlyMap<number, tf.Tensor> | null = null;

  const added = <T extends tf.Tensor>(sum: T | null | undefined, tensor: T): T => {
    const next = tf.tidy(() => tf.keep(sum == null ? tf.clone(tensor) : tf.add<T>(sum, tensor)));
    sum?.dispose();
    return next;
  };
  const clear = (): void => {
    tf.dispose([...sums.values(), ...(loaded?.values() ?? [])]);
    lossSum?.dispose();
    sums.clear();
    loaded = lossSum = null;
    taken = losses = 0;
  };
  const bind = (named: readonly NamedTensor[]): void => {
    order = named.map(({ name }) => name);
    if (loaded === null) return;
    const { registeredVariables } = tf.engine();
    const shapes: (readonly number[])[] = [];
    loaded.forEach(({ shape }, position) => (shapes[position] = shape));
    requireFit(
      shapes,
      order.map((name) => registeredVariables[name]!),
    );
    loaded.forEach((tensor, position) => sums.set(order[position]!, tensor));
    loaded = null;
  };

  return {
    every,
    addLoss(loss) {
      lossSum = added(lossSum, loss);
      losses += 1;
    },
    add(named, step) {
      bind(named);
      for (const { name, tensor } of named) if (tensor != null) sums.set(name, added(sums.get(name), tensor));
      taken += 1;
      if (taken < every) return;
      tf.tidy(() => {
        const mean = <T extends tf.Tensor>(sum: T): T => tf.div<T>(sum, every);
        const means = order.map((name) => ({ name, tensor: sums.has(name) ? mean(sums.get(name)!) : null }));
        const loss = lossSum !== null && losses === every ? mean(lossSum) : null;
        clear();
        step(means as NamedTensor[], loss);
      });
    },
    save: () => ({ every, taken, losses }),
    tensors() {
      const byPosition =
        loaded ?? new Map(order.flatMap((name, i) => (sums.has(name) ? [[i, sums.get(name)!]] : [])));
      const named = [...byPosition].map(([i, sum]) => ({ name: `${prefix}/${i}`, tensor: tf.clone(sum) }));
      return lossSum === null ? named : [...named, { name: lossName, tensor: tf.clone<tf.Tensor>(lossSum) }];
    },
    load(named) {
      clear();
      if (saved === null || saved.taken === 0) return;
      ({ taken, losses } = saved);
      const kept = new Map<number, tf.Tensor>();
      for (const { name, tensor } of named) {
        if (name === lossName) lossSum = tf.keep(tf.clone(tensor as tf.Scalar));
        else if (name.startsWith(`${prefix}/`)) {
          kept.set(Number(name.slice(prefix.length + 1)), tf.keep(tf.clone(tensor)));
        }
      }
      loaded = kept;
    },
    dispose: clear,
  };
}
