import * as tf from '@tensorflow/tfjs';
import type { Verdict } from '../../src/network/invariance/index.js';

/** A small network and what must be said of each of its trainable variables, by layer path and role. */
export interface Architecture {
  readonly title: string;
  readonly build: () => tf.LayersModel;
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

const epsilon = 1e-5;
const { layers } = tf;
const image = { inputShape: [6, 6, 2] };
const vector = { inputShape: [8] };

const conv = (name: string, options: object = {}) =>
  layers.conv2d({ name, filters: 3, kernelSize: 3, useBias: false, ...options });
const dense = (name: string, options: object = {}) =>
  layers.dense({ name, units: 5, useBias: false, ...options });
const bn = (name = 'bn') => layers.batchNormalization({ name, epsilon });
const ln = (name = 'ln', axis: number | number[] = -1) => layers.layerNormalization({ name, epsilon, axis });
const relu = () => layers.reLU();
const flatten = () => layers.flatten();
const head = () => layers.dense({ name: 'head', units: 2 });

const chain = (...stack: tf.layers.Layer[]) => tf.sequential({ layers: stack });
const through = (input: tf.SymbolicTensor, ...stack: tf.layers.Layer[]) =>
  stack.reduce((tensor, layer) => layer.apply(tensor) as tf.SymbolicTensor, input);
const join = (layer: tf.layers.Layer, ...inputs: tf.SymbolicTensor[]) =>
  layer.apply(inputs) as tf.SymbolicTensor;
const functional = (shape: number[], output: (input: tf.SymbolicTensor) => tf.SymbolicTensor) => {
  const input = tf.input({ shape });
  return tf.model({ inputs: input, outputs: output(input) });
};

const norm: Record<string, Verdict> = { 'bn/gamma': 'not-invariant', 'bn/beta': 'not-invariant' };
const layerNorm: Record<string, Verdict> = { 'ln/gamma': 'not-invariant', 'ln/beta': 'not-invariant' };
const last: Record<string, Verdict> = { 'head/kernel': 'not-invariant', 'head/bias': 'not-invariant' };
const bnAndHead = { ...norm, ...last };
const lnAndHead = { ...layerNorm, ...last };

/** The table: structural verdicts stand here as literals and must agree with the numerical test. */
export const architectures: readonly Architecture[] = [
  {
    title: 'convolution, batch norm',
    build: () => chain(conv('conv', image), bn(), relu(), flatten(), head()),
    verdicts: { 'conv/kernel': 'invariant', ...bnAndHead },
  },
  {
    title: 'convolution with bias, batch norm',
    build: () => chain(conv('conv', { ...image, useBias: true }), bn(), relu(), flatten(), head()),
    verdicts: { 'conv/kernel': 'invariant', 'conv/bias': 'null-direction', ...bnAndHead },
  },
  {
    title: 'convolution with bias, relu, batch norm',
    build: () => chain(conv('conv', { ...image, useBias: true }), relu(), bn(), flatten(), head()),
    verdicts: { 'conv/kernel': 'jointly-invariant', 'conv/bias': 'jointly-invariant', ...bnAndHead },
  },
  {
    title: 'convolution with bias and relu inside, batch norm',
    build: () =>
      chain(conv('conv', { ...image, useBias: true, activation: 'relu' }), bn(), flatten(), head()),
    verdicts: { 'conv/kernel': 'jointly-invariant', 'conv/bias': 'jointly-invariant', ...bnAndHead },
  },
  {
    title: 'convolution, relu, batch norm',
    build: () => chain(conv('conv', image), relu(), bn(), flatten(), head()),
    verdicts: { 'conv/kernel': 'invariant', ...bnAndHead },
  },
  {
    title: 'convolution with bias, max pooling, batch norm',
    build: () =>
      chain(
        conv('conv', { ...image, useBias: true }),
        layers.maxPooling2d({ poolSize: 2, padding: 'same', strides: 2 }),
        bn(),
        flatten(),
        head(),
      ),
    verdicts: { 'conv/kernel': 'invariant', 'conv/bias': 'null-direction', ...bnAndHead },
  },
  {
    title: 'convolution with bias, average pooling, batch norm',
    build: () =>
      chain(
        conv('conv', { ...image, useBias: true, padding: 'same' }),
        layers.averagePooling2d({ poolSize: 3, strides: 2 }),
        bn(),
        flatten(),
        head(),
      ),
    verdicts: { 'conv/kernel': 'invariant', 'conv/bias': 'null-direction', ...bnAndHead },
  },
  {
    title: 'convolution with bias, global pooling, batch norm',
    build: () =>
      chain(
        conv('conv', { ...image, useBias: true }),
        layers.globalMaxPooling2d({ dataFormat: 'channelsLast' }),
        bn(),
        head(),
      ),
    verdicts: { 'conv/kernel': 'invariant', 'conv/bias': 'null-direction', ...bnAndHead },
  },
  {
    title: 'convolution, clipped relu, batch norm',
    build: () => chain(conv('conv', image), layers.reLU({ maxValue: 0.5 }), bn(), flatten(), head()),
    verdicts: { 'conv/kernel': 'not-invariant', ...bnAndHead },
  },
  {
    title: 'convolution over channels first, batch norm after permuting them last',
    build: () =>
      chain(
        conv('conv', { inputShape: [2, 6, 6], dataFormat: 'channelsFirst', useBias: true }),
        layers.permute({ dims: [2, 3, 1] }),
        bn(),
        flatten(),
        head(),
      ),
    verdicts: { 'conv/kernel': 'invariant', 'conv/bias': 'null-direction', ...bnAndHead },
  },
  {
    title: 'one-dimensional convolution, batch norm',
    build: () =>
      chain(
        layers.conv1d({ name: 'conv', filters: 3, kernelSize: 3, inputShape: [7, 2] }),
        bn(),
        flatten(),
        head(),
      ),
    verdicts: { 'conv/kernel': 'invariant', 'conv/bias': 'null-direction', ...bnAndHead },
  },
  {
    title: 'three-dimensional convolution, batch norm',
    build: () =>
      chain(
        layers.conv3d({ name: 'conv', filters: 2, kernelSize: 2, inputShape: [3, 3, 3, 1], useBias: false }),
        layers.reshape({ targetShape: [4, 2, 2] }),
        bn(),
        flatten(),
        head(),
      ),
    verdicts: { 'conv/kernel': 'invariant', ...bnAndHead },
  },
  {
    title: 'dense, layer norm',
    build: () => chain(dense('dense', vector), ln(), relu(), head()),
    verdicts: { 'dense/kernel': 'invariant', ...lnAndHead },
  },
  {
    title: 'dense with bias, layer norm: the bias differs along the normalized axis',
    build: () => chain(dense('dense', { ...vector, useBias: true }), ln(), head()),
    verdicts: { 'dense/kernel': 'jointly-invariant', 'dense/bias': 'jointly-invariant', ...lnAndHead },
  },
  {
    title: 'convolution with bias, layer norm over positions only: the bias is constant there',
    build: () => chain(conv('conv', { ...image, useBias: true }), ln('ln', [1, 2]), flatten(), head()),
    verdicts: { 'conv/kernel': 'invariant', 'conv/bias': 'null-direction', ...lnAndHead },
  },
  {
    title: 'dense, batch norm',
    build: () => chain(dense('dense', { ...vector, useBias: true }), bn(), relu(), head()),
    verdicts: { 'dense/kernel': 'invariant', 'dense/bias': 'null-direction', ...bnAndHead },
  },
  {
    title: 'dense, sigmoid, batch norm',
    build: () => chain(dense('dense', { ...vector, activation: 'sigmoid' }), bn(), head()),
    verdicts: { 'dense/kernel': 'not-invariant', ...bnAndHead },
  },
  {
    title: 'dense, elu, batch norm',
    build: () => chain(dense('dense', vector), layers.elu(), bn(), head()),
    verdicts: { 'dense/kernel': 'not-invariant', ...bnAndHead },
  },
  {
    title: 'dense layers without a normalization',
    build: () => chain(dense('dense', vector), relu(), head()),
    verdicts: { 'dense/kernel': 'not-invariant', ...last },
  },
  {
    title: 'dense, leaky relu, batch norm',
    build: () => chain(dense('dense', vector), layers.leakyReLU({ alpha: 0.1 }), bn(), head()),
    verdicts: { 'dense/kernel': 'invariant', ...bnAndHead },
  },
  {
    title: 'dense, parametric relu, batch norm',
    build: () => chain(dense('dense', vector), layers.prelu({ name: 'prelu' }), bn(), head()),
    verdicts: { 'dense/kernel': 'invariant', 'prelu/alpha': 'not-invariant', ...bnAndHead },
  },
  {
    title: 'two kernels in a row before one batch norm',
    build: () => chain(dense('first', vector), relu(), dense('second'), bn(), head()),
    verdicts: { 'first/kernel': 'invariant', 'second/kernel': 'invariant', ...bnAndHead },
  },
  {
    title: 'two kernels with biases, relu between: the first pair scales together',
    build: () =>
      chain(
        dense('first', { ...vector, useBias: true }),
        relu(),
        dense('second', { useBias: true }),
        bn(),
        head(),
      ),
    verdicts: {
      'first/kernel': 'jointly-invariant',
      'first/bias': 'jointly-invariant',
      'second/kernel': 'invariant',
      'second/bias': 'null-direction',
      ...bnAndHead,
    },
  },
  {
    title: 'two linear kernels with biases: both biases are constants',
    build: () =>
      chain(dense('first', { ...vector, useBias: true }), dense('second', { useBias: true }), bn(), head()),
    verdicts: {
      'first/kernel': 'invariant',
      'first/bias': 'null-direction',
      'second/kernel': 'invariant',
      'second/bias': 'null-direction',
      ...bnAndHead,
    },
  },
  {
    title: 'two linear convolutions with biases, the second without padding',
    build: () =>
      chain(
        conv('first', { ...image, useBias: true }),
        conv('second', { padding: 'valid', strides: 2, useBias: true }),
        bn(),
        flatten(),
        head(),
      ),
    verdicts: {
      'first/kernel': 'invariant',
      'first/bias': 'null-direction',
      'second/kernel': 'invariant',
      'second/bias': 'null-direction',
      ...bnAndHead,
    },
  },
  {
    title: 'two linear convolutions with biases, the second padded: at borders the first bias is felt',
    build: () =>
      chain(
        conv('first', { ...image, useBias: true }),
        conv('second', { padding: 'same', useBias: true }),
        bn(),
        flatten(),
        head(),
      ),
    verdicts: {
      'first/kernel': 'jointly-invariant',
      'first/bias': 'jointly-invariant',
      'second/kernel': 'invariant',
      'second/bias': 'null-direction',
      ...bnAndHead,
    },
  },
  {
    title: 'convolution with bias, zero padding, convolution, batch norm',
    build: () =>
      chain(
        conv('first', { ...image, useBias: true }),
        layers.zeroPadding2d({ padding: 1 }),
        conv('second'),
        bn(),
        flatten(),
        head(),
      ),
    verdicts: {
      'first/kernel': 'jointly-invariant',
      'first/bias': 'jointly-invariant',
      'second/kernel': 'invariant',
      ...bnAndHead,
    },
  },
  {
    title: 'separable convolution, batch norm',
    build: () =>
      chain(
        layers.separableConv2d({ name: 'separable', filters: 3, kernelSize: 3, ...image }),
        bn(),
        flatten(),
        head(),
      ),
    verdicts: {
      'separable/depthwise_kernel': 'invariant',
      'separable/pointwise_kernel': 'invariant',
      'separable/bias': 'null-direction',
      ...bnAndHead,
    },
  },
  {
    title: 'depthwise convolution, batch norm',
    build: () =>
      chain(
        layers.depthwiseConv2d({ name: 'depthwise', kernelSize: 3, depthMultiplier: 2, ...image }),
        bn(),
        flatten(),
        head(),
      ),
    verdicts: { 'depthwise/depthwise_kernel': 'invariant', 'depthwise/bias': 'null-direction', ...bnAndHead },
  },
  {
    title: 'transposed convolution, batch norm',
    build: () =>
      chain(
        layers.conv2dTranspose({ name: 'conv', filters: 3, kernelSize: 3, strides: 2, ...image }),
        bn(),
        flatten(),
        head(),
      ),
    verdicts: { 'conv/kernel': 'invariant', 'conv/bias': 'null-direction', ...bnAndHead },
  },
  {
    title: 'convolution with bias, upsampling, cropping, batch norm',
    build: () =>
      chain(
        conv('conv', { ...image, useBias: true }),
        layers.upSampling2d({ size: [2, 2], interpolation: 'bilinear' }),
        layers.cropping2D({
          cropping: [
            [1, 0],
            [0, 1],
          ],
        }),
        bn(),
        flatten(),
        head(),
      ),
    verdicts: { 'conv/kernel': 'invariant', 'conv/bias': 'null-direction', ...bnAndHead },
  },
  {
    title: 'embedding, layer norm',
    build: () =>
      chain(
        layers.embedding({ name: 'embedding', inputDim: 11, outputDim: 6, inputLength: 4 }),
        ln(),
        flatten(),
        head(),
      ),
    verdicts: { 'embedding/embeddings': 'invariant', ...lnAndHead },
  },
  {
    title: 'dropout between convolution and batch norm',
    build: () => chain(conv('conv', image), layers.dropout({ rate: 0.3 }), bn(), flatten(), head()),
    verdicts: { 'conv/kernel': 'invariant', ...bnAndHead },
  },
  {
    title: 'dropout after a bias: it drops the constant too',
    build: () =>
      chain(
        conv('conv', { ...image, useBias: true }),
        layers.dropout({ rate: 0.3 }),
        bn(),
        flatten(),
        head(),
      ),
    verdicts: { 'conv/kernel': 'jointly-invariant', 'conv/bias': 'jointly-invariant', ...bnAndHead },
  },
  {
    title: 'Gaussian noise before batch norm',
    build: () => chain(dense('dense', vector), layers.gaussianNoise({ stddev: 0.3 }), bn(), head()),
    verdicts: { 'dense/kernel': 'not-invariant', ...bnAndHead },
  },
  {
    title: 'convolution with bias, flatten, batch norm of every feature',
    build: () => chain(conv('conv', { ...image, useBias: true }), flatten(), bn(), head()),
    verdicts: { 'conv/kernel': 'invariant', 'conv/bias': 'null-direction', ...bnAndHead },
  },
  {
    title: 'regularized kernel',
    build: () =>
      chain(
        dense('dense', { ...vector, kernelRegularizer: tf.regularizers.l2({ l2: 0.1 }) }),
        bn(),
        relu(),
        head(),
      ),
    verdicts: { 'dense/kernel': 'not-invariant', ...bnAndHead },
  },
  {
    title: 'regularized bias before batch norm',
    build: () =>
      chain(
        dense('dense', { ...vector, useBias: true, biasRegularizer: tf.regularizers.l1({ l1: 0.1 }) }),
        bn(),
        relu(),
        head(),
      ),
    verdicts: { 'dense/kernel': 'invariant', 'dense/bias': 'not-invariant', ...bnAndHead },
  },
  {
    title: 'LSTM, layer norm',
    build: () => chain(layers.lstm({ name: 'lstm', units: 3, inputShape: [4, 2] }), ln(), head()),
    verdicts: {
      'lstm/kernel': 'not-invariant',
      'lstm/recurrent_kernel': 'not-invariant',
      'lstm/bias': 'not-invariant',
      ...lnAndHead,
    },
  },
  {
    title: 'dense at every time step, layer norm',
    build: () =>
      chain(
        layers.timeDistributed({ name: 'steps', inputShape: [4, 3], layer: dense('dense') }),
        ln(),
        flatten(),
        head(),
      ),
    verdicts: { 'steps/dense/kernel': 'invariant', ...lnAndHead },
  },
  {
    title: 'residual sum of two convolutions, batch norm after the sum',
    build: () =>
      functional([6, 6, 2], (x) => {
        const sum = join(layers.add(), through(x, conv('left')), through(x, conv('right')));
        return through(sum, bn(), relu(), flatten(), head());
      }),
    verdicts: { 'left/kernel': 'jointly-invariant', 'right/kernel': 'jointly-invariant', ...bnAndHead },
  },
  {
    title: 'residual sum of biased convolutions: their constants add up to one',
    build: () =>
      functional([6, 6, 2], (x) => {
        const left = through(x, conv('left', { useBias: true }));
        const right = through(x, conv('right', { useBias: true }));
        return through(join(layers.average(), left, right), bn(), flatten(), head());
      }),
    verdicts: {
      'left/kernel': 'jointly-invariant',
      'left/bias': 'null-direction',
      'right/kernel': 'jointly-invariant',
      'right/bias': 'null-direction',
      ...bnAndHead,
    },
  },
  {
    title: 'residual branch on the raw input, normalized after the sum',
    build: () =>
      functional([8], (x) =>
        through(join(layers.add(), x, through(x, dense('branch', { units: 8 }))), bn(), relu(), head()),
      ),
    verdicts: { 'branch/kernel': 'not-invariant', ...bnAndHead },
  },
  {
    title: 'residual branch on its own stem, normalized after the sum: the stem scales both summands',
    build: () =>
      functional([8], (x) => {
        const stem = through(x, dense('stem'));
        return through(join(layers.add(), stem, through(stem, relu(), dense('branch'))), bn(), head());
      }),
    verdicts: { 'stem/kernel': 'invariant', 'branch/kernel': 'not-invariant', ...bnAndHead },
  },
  {
    title: 'pre-activation residual stream: stem and branch outputs scale together, branch inputs alone',
    build: () =>
      functional([8], (x) => {
        const stem = through(x, dense('stem'));
        const branch = through(
          stem,
          bn('inner'),
          relu(),
          dense('narrow'),
          bn('middle'),
          relu(),
          dense('wide'),
        );
        return through(join(layers.add(), stem, branch), bn(), relu(), head());
      }),
    verdicts: {
      'stem/kernel': 'jointly-invariant',
      'inner/gamma': 'not-invariant',
      'inner/beta': 'not-invariant',
      'narrow/kernel': 'invariant',
      'middle/gamma': 'not-invariant',
      'middle/beta': 'not-invariant',
      'wide/kernel': 'jointly-invariant',
      ...bnAndHead,
    },
  },
  {
    title: 'post-activation residual block: branch and shortcut normalized before the sum',
    build: () =>
      functional([6, 6, 2], (x) => {
        const branch = through(x, conv('branch', { useBias: true }), bn('bnBranch'));
        const shortcut = through(x, conv('shortcut', { useBias: true }), bn('bnShortcut'));
        return through(join(layers.add(), branch, shortcut), relu(), flatten(), head());
      }),
    verdicts: {
      'branch/kernel': 'invariant',
      'branch/bias': 'null-direction',
      'bnBranch/gamma': 'not-invariant',
      'bnBranch/beta': 'not-invariant',
      'shortcut/kernel': 'invariant',
      'shortcut/bias': 'null-direction',
      'bnShortcut/gamma': 'not-invariant',
      'bnShortcut/beta': 'not-invariant',
      ...last,
    },
  },
  {
    title: 'sum of a product of kernels and a kernel: one of the factors is held',
    build: () =>
      functional([8], (x) => {
        const product = through(x, dense('narrow', { units: 3 }), dense('wide', { units: 6 }));
        return through(
          join(layers.add(), product, through(x, dense('shortcut', { units: 6 }))),
          bn(),
          head(),
        );
      }),
    verdicts: {
      'narrow/kernel': 'jointly-invariant',
      'wide/kernel': 'not-invariant',
      'shortcut/kernel': 'jointly-invariant',
      ...bnAndHead,
    },
  },
  {
    title: 'maximum of two dense layers, batch norm',
    build: () =>
      functional([8], (x) =>
        through(join(layers.maximum(), through(x, dense('left')), through(x, dense('right'))), bn(), head()),
      ),
    verdicts: { 'left/kernel': 'jointly-invariant', 'right/kernel': 'jointly-invariant', ...bnAndHead },
  },
  {
    title: 'product of two dense layers, batch norm: each factor alone',
    build: () =>
      functional([8], (x) => {
        const left = through(x, dense('left'));
        const right = through(x, dense('right', { useBias: true }));
        return through(join(layers.multiply(), left, right), bn(), head());
      }),
    verdicts: {
      'left/kernel': 'invariant',
      'right/kernel': 'jointly-invariant',
      'right/bias': 'jointly-invariant',
      ...bnAndHead,
    },
  },
  {
    title: 'squeeze and excitation before batch norm: the gate has no scale',
    build: () =>
      functional([6, 6, 2], (x) => {
        const maps = through(x, conv('conv'));
        const gate = through(
          maps,
          layers.globalAveragePooling2d({ dataFormat: 'channelsLast' }),
          bn('bnGate'),
          dense('gate', { units: 3, activation: 'sigmoid' }),
          layers.reshape({ targetShape: [1, 1, 3] }),
        );
        return through(join(layers.multiply(), maps, gate), bn(), flatten(), head());
      }),
    verdicts: {
      'conv/kernel': 'invariant',
      'bnGate/gamma': 'not-invariant',
      'bnGate/beta': 'not-invariant',
      'gate/kernel': 'not-invariant',
      ...bnAndHead,
    },
  },
  {
    title: 'cosine similarity of two dense layers',
    build: () =>
      functional([8], (x) =>
        join(
          layers.dot({ axes: -1, normalize: true }),
          through(x, dense('left')),
          through(x, dense('right')),
        ),
      ),
    verdicts: { 'left/kernel': 'invariant', 'right/kernel': 'invariant' },
  },
  {
    title: 'concatenation, batch norm: channels stay apart',
    build: () =>
      functional([6, 6, 2], (x) => {
        const left = through(x, conv('left', { useBias: true }));
        const right = through(x, conv('right', { filters: 2 }));
        return through(join(layers.concatenate(), left, right), relu(), bn(), flatten(), head());
      }),
    verdicts: {
      'left/kernel': 'jointly-invariant',
      'left/bias': 'jointly-invariant',
      'right/kernel': 'invariant',
      ...bnAndHead,
    },
  },
  {
    title: 'concatenation with the raw input, flatten, batch norm',
    build: () =>
      functional([6, 6, 2], (x) => {
        const all = join(
          layers.concatenate(),
          x,
          through(x, conv('conv', { padding: 'same', useBias: true })),
        );
        return through(all, flatten(), bn(), head());
      }),
    verdicts: { 'conv/kernel': 'invariant', 'conv/bias': 'null-direction', ...bnAndHead },
  },
  {
    title: 'concatenation, layer norm: all channels share one deviation',
    build: () =>
      functional([8], (x) =>
        through(
          join(layers.concatenate(), through(x, dense('left')), through(x, dense('right'))),
          ln(),
          head(),
        ),
      ),
    verdicts: { 'left/kernel': 'jointly-invariant', 'right/kernel': 'jointly-invariant', ...lnAndHead },
  },
  {
    title: 'concatenation along time, layer norm of every step',
    build: () =>
      functional([4, 3], (x) => {
        const all = join(
          layers.concatenate({ axis: 1 }),
          through(x, dense('left')),
          through(x, dense('right')),
        );
        return through(all, dense('mixing'), ln(), flatten(), head());
      }),
    verdicts: {
      'left/kernel': 'invariant',
      'right/kernel': 'invariant',
      'mixing/kernel': 'invariant',
      ...lnAndHead,
    },
  },
  {
    title: 'concatenation, convolution, batch norm: the convolution mixes what it is given',
    build: () =>
      functional([6, 6, 2], (x) => {
        const all = join(layers.concatenate(), through(x, conv('left')), through(x, conv('right')));
        return through(all, conv('mixing'), bn(), flatten(), head());
      }),
    verdicts: {
      'left/kernel': 'jointly-invariant',
      'right/kernel': 'jointly-invariant',
      'mixing/kernel': 'invariant',
      ...bnAndHead,
    },
  },
  {
    title: 'nested model',
    build: () => {
      const encoder = chain(conv('conv', { ...image, useBias: true }), bn('inner'), relu(), conv('open'));
      encoder.name = 'encoder';
      return functional([6, 6, 2], (x) => through(x, encoder, bn(), relu(), flatten(), head()));
    },
    verdicts: {
      'encoder/conv/kernel': 'invariant',
      'encoder/conv/bias': 'null-direction',
      'encoder/inner/gamma': 'not-invariant',
      'encoder/inner/beta': 'not-invariant',
      'encoder/open/kernel': 'invariant',
      ...bnAndHead,
    },
  },
  {
    title: 'shared layer, every use normalized',
    build: () =>
      functional([8], (x) => {
        const shared = dense('shared', { units: 8 });
        const first = through(x, shared, bn('bnFirst'));
        const second = through(x, relu(), shared, bn('bnSecond'));
        return through(join(layers.add(), first, second), head());
      }),
    verdicts: {
      'shared/kernel': 'invariant',
      'bnFirst/gamma': 'not-invariant',
      'bnFirst/beta': 'not-invariant',
      'bnSecond/gamma': 'not-invariant',
      'bnSecond/beta': 'not-invariant',
      ...last,
    },
  },
  {
    title: 'shared layer, one use not normalized',
    build: () =>
      functional([8], (x) => {
        const shared = dense('shared', { units: 8 });
        const first = through(x, shared, bn());
        const second = through(x, relu(), shared);
        return through(join(layers.concatenate(), first, second), head());
      }),
    verdicts: { 'shared/kernel': 'not-invariant', ...bnAndHead },
  },
  {
    title: 'shared layer used twice in a row, summed with its first use',
    build: () =>
      functional([8], (x) => {
        const shared = dense('shared', { units: 8 });
        const once = through(x, shared);
        return through(join(layers.add(), once, through(once, relu(), shared)), bn(), head());
      }),
    verdicts: { 'shared/kernel': 'not-invariant', ...bnAndHead },
  },
  {
    title: 'layer shared by a nested model and its surroundings',
    build: () => {
      const shared = dense('shared', { units: 8 });
      const inner = functional([8], (x) => through(x, shared, bn('inner')));
      inner.name = 'encoder';
      return functional([8], (x) => through(x, inner, relu(), shared, bn(), head()));
    },
    verdicts: {
      'encoder/shared/kernel': 'invariant',
      'encoder/inner/gamma': 'not-invariant',
      'encoder/inner/beta': 'not-invariant',
      ...bnAndHead,
    },
  },
  {
    title: 'skip connection past the normalization',
    build: () =>
      functional([8], (x) => {
        const features = through(x, dense('dense'));
        return through(join(layers.concatenate(), features, through(features, bn())), head());
      }),
    verdicts: { 'dense/kernel': 'not-invariant', ...bnAndHead },
  },
  {
    title: 'two outputs, one of them not normalized',
    build: () => {
      const input = tf.input({ shape: [8] });
      const features = through(input, dense('features'), relu());
      const normal = through(features, dense('normal'), bn(), head());
      return tf.model({ inputs: input, outputs: [normal, through(features, dense('open', { units: 2 }))] });
    },
    verdicts: {
      'features/kernel': 'not-invariant',
      'normal/kernel': 'invariant',
      'open/kernel': 'not-invariant',
      ...bnAndHead,
    },
  },
  {
    title: 'frozen batch norm still normalizes in training',
    build: () => {
      const frozen = bn();
      frozen.trainable = false;
      return chain(dense('dense', vector), frozen, relu(), head());
    },
    verdicts: { 'dense/kernel': 'invariant', ...last },
  },
  {
    title: 'frozen bias before relu: the kernel cannot scale with it',
    build: () => {
      const frozen = dense('frozen', { ...vector, useBias: true });
      const model = chain(frozen, relu(), dense('dense'), bn(), head());
      frozen.trainable = false;
      return model;
    },
    verdicts: { 'dense/kernel': 'invariant', ...bnAndHead },
  },
  {
    title: 'hidden gamma and beta are held out of w, a hidden beta may be a null direction',
    build: () => chain(dense('first', vector), bn('inner'), dense('second'), bn(), head()),
    verdicts: {
      'first/kernel': 'invariant',
      'inner/gamma': 'not-invariant',
      'inner/beta': 'null-direction',
      'second/kernel': 'invariant',
      ...bnAndHead,
    },
  },
];
