import type * as tf from '@tensorflow/tfjs';
import type { LayerRule, LayerUse } from '../layerRule.js';
import { isUniform, merged, moveTo, type Part, type Scaling, settled } from '../scaling.js';

const product = (dimensions: readonly (number | null)[]): number | null =>
  dimensions.reduce<number | null>((size, next) => (size === null || next === null ? null : size * next), 1);

/** Lays all axes but the batch out as one; each entry keeps the part it was in. */
const flattened = (use: LayerUse, value: Scaling, shape: tf.Shape): Scaling => {
  if (isUniform(value) || value.parts.length === 1) return moveTo(value, 1);
  const outer = product(shape.slice(1, value.axis));
  const inner = product(shape.slice(value.axis + 1));
  if (outer === null || inner === null || value.axis === 0) {
    return moveTo(settled(use.system, merged(use.system, value, use.label), use.label), 1);
  }
  const row: Part[] = value.parts.map((part) => ({ ...part, size: (part.size as number) * inner }));
  const [first, ...rest] = Array.from({ length: outer }, () => row).flat() as [Part, ...Part[]];
  return { axis: 1, parts: [first, ...rest] };
};

/** Flatten, which brings channels to the end first. */
export const flatten: LayerRule = (use, [value]) => {
  const shape = use.inputShapes[0] as tf.Shape;
  if (use.config['dataFormat'] !== 'channelsFirst' || shape.length < 3) return flattened(use, value, shape);
  const last = shape.length - 1;
  const lastAxisOf = (axis: number): number => (axis === 1 ? last : axis === 0 ? 0 : axis - 1);
  const permuted = [shape[0] ?? null, ...shape.slice(2), shape[1] ?? null];
  return flattened(use, moveTo(value, lastAxisOf(value.axis)), permuted);
};

/** Reshape: parts survive where the last axis does or where all becomes one axis. */
export const reshape: LayerRule = (use, [value]) => {
  const from = use.inputShapes[0] as tf.Shape;
  const to = use.outputShape;
  const last = from.length - 1;
  if (isUniform(value)) return value;
  if (to.length === 2) return flattened(use, value, from);
  if (value.axis === last && from[last] === to[to.length - 1]) return moveTo(value, to.length - 1);
  return settled(use.system, merged(use.system, value, use.label), use.label);
};

/** Permute. */
export const permute: LayerRule = (use, [value]) => {
  const dims = use.config['dims'] as number[];
  return value.axis === 0 ? value : moveTo(value, dims.indexOf(value.axis) + 1);
};

/** RepeatVector: a new axis after the batch. */
export const repeatVector: LayerRule = (_use, [value]) => (value.axis === 0 ? value : moveTo(value, 2));
