import * as tf from '@tensorflow/tfjs';
import type { NamedTensor } from '../optimizer/savedState.js';
import { joinedNumber, splitCount, splitNumber } from './splitNumber.js';

/** What is remembered of one variable. */
export interface Memory {
  /** One tensor a moment; kept. */
  readonly tensors: readonly tf.Tensor[];
  /** The products of b1 and of b2 over its steps. */
  readonly products: readonly [number, number];
}

/** The moments of each variable, by name. */
export interface Moments {
  /** The memory of a variable, zeros before its first step. */
  of(variable: tf.Variable): Memory;
  /** Takes over what is to be remembered of a variable. */
  put(name: string, memory: Memory): void;
  /** Everything by the position of its variable in `order`; the tensors stay here. */
  positioned(order: readonly string[]): ReadonlyMap<number, Memory>;
  /** Lets go of everything and takes over what is given, by position. */
  replace(order: readonly string[], memories: ReadonlyMap<number, Memory>): void;
  dispose(): void;
}

const productsName = 'products';

/** No moments yet of those `names`. */
export function moments(names: readonly string[]): Moments {
  const held = new Map<string, Memory>();
  const clear = (): void => {
    held.forEach(disposeMemory);
    held.clear();
  };
  return {
    of: (variable) =>
      held.get(variable.name) ?? { tensors: names.map(() => tf.zerosLike(variable)), products: [1, 1] },
    put(name, { tensors, products }) {
      const last = held.get(name);
      held.set(name, { tensors: tensors.map((tensor) => tf.keep(tensor)), products });
      if (last !== undefined) disposeMemory(last);
    },
    positioned: (order) =>
      new Map(
        order.flatMap((name, position) => {
          const memory = held.get(name);
          return memory === undefined ? [] : [[position, memory] as const];
        }),
      ),
    replace(order, memories) {
      clear();
      memories.forEach((memory, position) => held.set(order[position]!, memory));
    },
    dispose: clear,
  };
}

/** Lets go of what is remembered of a variable. */
export function disposeMemory({ tensors }: Memory): void {
  tf.dispose([...tensors]);
}

/**
 * Copies of memories by position, under the names that they are saved by.
 * @param prefix of those names.
 * @param names of the moments.
 */
export function savedMoments(
  prefix: string,
  names: readonly string[],
  memories: ReadonlyMap<number, Memory>,
): NamedTensor[] {
  return [...memories].flatMap(([position, { tensors, products }]) => [
    {
      name: `${prefix}/${productsName}/${position}`,
      tensor: tf.tensor1d(products.flatMap(splitNumber)),
    },
    ...tensors.map((tensor, i) => ({
      name: `${prefix}/${names[i]!}/${position}`,
      tensor: tf.clone(tensor),
    })),
  ]);
}

/** Copies of what `savedMoments` gave, by position. */
export async function loadedMoments(
  prefix: string,
  names: readonly string[],
  saved: readonly NamedTensor[],
): Promise<ReadonlyMap<number, Memory>> {
  const byName = new Map(saved.map(({ name, tensor }) => [name, tensor]));
  const start = `${prefix}/${productsName}/`;
  const loaded = new Map<number, Memory>();
  for (const { name, tensor } of saved) {
    if (!name.startsWith(start)) continue;
    const position = Number(name.slice(start.length));
    const values = await tensor.data();
    loaded.set(position, {
      tensors: names.map((moment) => tf.keep(tf.clone(byName.get(`${prefix}/${moment}/${position}`)!))),
      products: [joinedNumber(values.slice(0, splitCount)), joinedNumber(values.slice(splitCount))],
    });
  }
  return loaded;
}
