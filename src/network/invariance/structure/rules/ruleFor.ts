import type { LayerRule } from '../layerRule.js';
import { activation, additiveNoise, homogeneousActivation, prelu, relu, rescaling } from './activation.js';
import {
  convolution,
  dense,
  depthwiseConvolution,
  embedding,
  separableConvolution,
  transposedConvolution,
} from './kernel.js';
import { concatenate, dot, extremum, multiply, sum } from './merge.js';
import { batchNormalization, layerNormalization } from './normalization.js';
import { flatten, permute, repeatVector, reshape } from './shape.js';
import { globalPooling, multiplicativeNoise, perChannel, zeroPadding } from './spatial.js';
import { timeDistributed } from './timeDistributed.js';
import { unknown } from './unknown.js';

const rules: Readonly<Record<string, LayerRule>> = {
  Activation: activation,
  Add: sum,
  AlphaDropout: additiveNoise,
  Average: sum,
  AveragePooling1D: perChannel,
  AveragePooling2D: perChannel,
  AveragePooling3D: perChannel,
  BatchNormalization: batchNormalization,
  Concatenate: concatenate,
  Conv1D: convolution,
  Conv2D: convolution,
  Conv2DTranspose: transposedConvolution,
  Conv3D: convolution,
  Conv3DTranspose: transposedConvolution,
  Cropping2D: perChannel,
  Dense: dense,
  DepthwiseConv2D: depthwiseConvolution,
  Dot: dot,
  Dropout: multiplicativeNoise,
  Embedding: embedding,
  Flatten: flatten,
  GaussianDropout: multiplicativeNoise,
  GaussianNoise: additiveNoise,
  GlobalAveragePooling1D: globalPooling,
  GlobalAveragePooling2D: globalPooling,
  GlobalMaxPooling1D: globalPooling,
  GlobalMaxPooling2D: globalPooling,
  LayerNormalization: layerNormalization,
  LeakyReLU: homogeneousActivation,
  MaxPooling1D: perChannel,
  MaxPooling2D: perChannel,
  MaxPooling3D: perChannel,
  Maximum: extremum,
  Minimum: extremum,
  Multiply: multiply,
  PReLU: prelu,
  Permute: permute,
  ReLU: relu,
  RepeatVector: repeatVector,
  Rescaling: rescaling,
  Reshape: reshape,
  SeparableConv2D: separableConvolution,
  SpatialDropout1D: multiplicativeNoise,
  TimeDistributed: timeDistributed,
  UpSampling2D: perChannel,
  ZeroPadding2D: zeroPadding,
};

/** The rule of a kind of layer, by its class name. */
export function ruleFor(className: string): LayerRule {
  return rules[className] ?? unknown;
}
