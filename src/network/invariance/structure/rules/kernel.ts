import { addDegrees, degreeZero } from '../degree.js';
import type { LayerRule, LayerUse } from '../layerRule.js';
import {
  fixed,
  homogeneous,
  mapParts,
  merged,
  multiplied,
  onAxis,
  type Scaling,
  settled,
  withOffset,
} from '../scaling.js';
import { activated } from './activation.js';
import { channelAxis } from './channelAxis.js';

const withBias = (use: LayerUse, value: Scaling, axis: number): Scaling => {
  const bias = use.weight('bias');
  return bias ? withOffset(use.system, value, axis, bias, use.label) : value;
};

/** Whether a constant stays a constant under the convolution: not at borders that are padded with zeros. */
const keepsConstants = ({ config }: LayerUse): boolean => {
  const kernelSize = config['kernelSize'];
  const sizes = Array.isArray(kernelSize) ? kernelSize : [kernelSize];
  return config['padding'] === 'valid' || sizes.every((size) => size === 1);
};

const convolvedInput = (use: LayerUse, value: Scaling): Scaling => {
  const onChannels = onAxis(use.system, value, channelAxis(use), use.label);
  return keepsConstants(use) ? onChannels : settled(use.system, onChannels, use.label);
};

/** Product with kernels that sum over channels, then bias and activation. */
const contracted = (use: LayerUse, value: Scaling, roles: readonly string[]): Scaling => {
  const degree = roles.reduce(
    (sum, role) => addDegrees(sum, use.weight(role)?.degree ?? degreeZero),
    degreeZero,
  );
  const product = multiplied(merged(use.system, value, use.label), degree);
  return activated(use, withBias(use, product, channelAxis(use)));
};

/** Conv1D, Conv2D, Conv3D. */
export const convolution: LayerRule = (use, [value]) =>
  contracted(use, convolvedInput(use, value), ['kernel']);

/** Conv2DTranspose, Conv3DTranspose: where kernels overlap unevenly a constant does not stay one. */
export const transposedConvolution: LayerRule = (use, [value]) =>
  contracted(use, settled(use.system, onAxis(use.system, value, channelAxis(use), use.label), use.label), [
    'kernel',
  ]);

/** SeparableConv2D: scales with both of its kernels. */
export const separableConvolution: LayerRule = (use, [value]) =>
  contracted(use, convolvedInput(use, value), ['depthwise_kernel', 'pointwise_kernel']);

/** DepthwiseConv2D: channels stay apart, each giving `depthMultiplier` of them. */
export const depthwiseConvolution: LayerRule = (use, [value]) => {
  const multiplier = Number(use.config['depthMultiplier'] ?? 1);
  const spread = mapParts(convolvedInput(use, value), (part) => ({
    ...part,
    size: part.size === null ? null : part.size * multiplier,
  }));
  const product = multiplied(spread, use.weight('depthwise_kernel')?.degree ?? degreeZero);
  return activated(use, withBias(use, product, channelAxis(use)));
};

/** Dense: sums over the last axis and keeps the others apart. */
export const dense: LayerRule = (use, [value]) => {
  const last = use.outputShape.length - 1;
  const inner = onLastOrApart(use, value, last);
  const product = multiplied(inner, use.weight('kernel')?.degree ?? degreeZero);
  return activated(use, withBias(use, product, last));
};

const onLastOrApart = (use: LayerUse, value: Scaling, last: number): Scaling =>
  value.axis === last ? merged(use.system, value, use.label) : settled(use.system, value, use.label);

/** Embedding: rows of its table, whatever the indices. */
export const embedding: LayerRule = (use, [value]) => {
  fixed(use.system, value, `${use.label} takes its input as indices`);
  return homogeneous(use.weight('embeddings')?.degree ?? degreeZero);
};
