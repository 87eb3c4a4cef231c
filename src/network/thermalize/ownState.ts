import * as tf from '@tensorflow/tfjs';
import type { NamedTensor } from '../optimizer/savedState.js';

/** What tfjs's optimizers keep for each variable. */
interface Slot {
  readonly originalName: string;
  readonly variable: tf.Variable;
}

/** Names under which no model has a weight, so that none is overwritten on loading. */
const prefix = 'ThermalizedOptimizer/own/';

const ofTensorFlow: ReadonlySet<unknown> = new Set([
  tf.SGDOptimizer,
  tf.MomentumOptimizer,
  tf.AdagradOptimizer,
  tf.AdadeltaOptimizer,
  tf.AdamOptimizer,
  tf.AdamaxOptimizer,
  tf.RMSPropOptimizer,
]);

/**
 * Whether an optimizer is one of tfjs's own: of these adamax saves nothing, and adam loses the last bits of its bias correction
 * in saving, so their variables are saved here. Told by the class itself, as tfjs answers `instanceof` for any optimizer with yes.
 */
const isOfTensorFlow = (optimizer: tf.Optimizer): boolean => ofTensorFlow.has(optimizer.constructor);

/** The state of an optimizer between steps, to the last bit; tensors that stay the optimizer's. */
export async function ownState(optimizer: tf.Optimizer): Promise<NamedTensor[]> {
  if (!isOfTensorFlow(optimizer)) {
    const own = await optimizer.getWeights();
    return own.map(({ name, tensor }, i) => ({ name: `${prefix}${i}/${name}`, tensor }));
  }
  return Object.entries(optimizer).flatMap(([field, value]: [string, unknown]): NamedTensor[] => {
    if (isVariable(value)) return [{ name: `${prefix}${field}`, tensor: value }];
    if (!isSlots(value)) return [];
    return value.map(({ variable }, i) => ({ name: `${prefix}${field}/${i}`, tensor: variable }));
  });
}

/** Gives an optimizer the state that `ownState` gave, of an optimizer after `iterations` steps. */
export async function restoreOwnState(
  optimizer: tf.Optimizer,
  saved: readonly NamedTensor[],
  iterations: number,
): Promise<void> {
  const own = saved.flatMap(({ name, tensor }) =>
    name.startsWith(prefix) ? [{ path: name.slice(prefix.length), tensor }] : [],
  );
  if (!isOfTensorFlow(optimizer)) {
    await optimizer.setWeights(
      own.map(({ path, tensor }) => ({ name: path.slice(path.indexOf('/') + 1), tensor })),
    );
    return;
  }
  const fields = optimizer as unknown as Record<string, unknown>;
  fields['iterations_'] = iterations;
  const lists = new Map<string, Slot[]>();
  for (const { path, tensor } of own) {
    const [field, position] = path.split('/') as [string, string?];
    if (position === undefined) {
      (fields[field] as tf.Variable).assign(tensor);
      continue;
    }
    const list = lists.get(field) ?? [];
    list[Number(position)] = { originalName: path, variable: tf.variable(tensor, false) };
    lists.set(field, list);
  }
  for (const [field, list] of lists) {
    if (isSlots(fields[field])) tf.dispose(fields[field].map(({ variable }) => variable));
    fields[field] = list;
  }
}

/** Lets go of what an optimizer holds, the rate on the device included that tf.train.momentum leaves behind. */
export function disposeOwn(optimizer: tf.Optimizer): void {
  optimizer.dispose();
  if (optimizer.constructor === tf.MomentumOptimizer) (optimizer as unknown as { c: tf.Scalar }).c.dispose();
}

function isVariable(value: unknown): value is tf.Variable {
  return value instanceof tf.Variable;
}

function isSlots(value: unknown): value is Slot[] {
  return Array.isArray(value) && value.every((slot: Partial<Slot> | null) => isVariable(slot?.variable));
}
