import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { registerWasmGradients } from '../../src/network/wasm-kernels/index.js';

const image = [6, 6, 2];
const sequence = [5, 3];
const volume = [4, 4, 4, 2];
const seeded = () => tf.initializers.randomUniform({ minval: -0.5, maxval: 0.5, seed: 7 });
const kernel = { kernelInitializer: seeded() };
const cell = { units: 3, ...kernel, recurrentInitializer: seeded() };

/**
 * Every layer of tfjs that has a gradient, with the shape it is trained on. Not here: conv3dTranspose and
 * thresholdedReLU, which train on no backend, and nearest upsampling, whose gradient is wrong on cpu.
 */
const layers: readonly (readonly [string, number[], () => tf.layers.Layer])[] = [
  ['dense', [4], () => tf.layers.dense({ units: 3, ...kernel })],
  ['conv1d', sequence, () => tf.layers.conv1d({ filters: 2, kernelSize: 3, ...kernel })],
  [
    'conv2d, same, stride 2',
    image,
    () => tf.layers.conv2d({ filters: 3, kernelSize: 3, strides: 2, padding: 'same', ...kernel }),
  ],
  [
    'conv2dTranspose',
    image,
    () => tf.layers.conv2dTranspose({ filters: 2, kernelSize: 3, strides: 2, ...kernel }),
  ],
  ['conv3d', volume, () => tf.layers.conv3d({ filters: 2, kernelSize: 2, ...kernel })],
  [
    'depthwiseConv2d',
    image,
    () => tf.layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2, depthwiseInitializer: seeded() }),
  ],
  [
    'separableConv2d',
    image,
    () =>
      tf.layers.separableConv2d({
        filters: 2,
        kernelSize: 3,
        depthwiseInitializer: seeded(),
        pointwiseInitializer: seeded(),
      }),
  ],
  ['batchNormalization', image, () => tf.layers.batchNormalization()],
  ['layerNormalization', sequence, () => tf.layers.layerNormalization()],
  ['lstm', sequence, () => tf.layers.lstm(cell)],
  ['gru', sequence, () => tf.layers.gru(cell)],
  ['simpleRNN', sequence, () => tf.layers.simpleRNN(cell)],
  [
    'bidirectional',
    sequence,
    () => tf.layers.bidirectional({ layer: tf.layers.gru(cell) as tf.RNN, mergeMode: 'concat' }),
  ],
  [
    'convLstm2d',
    [3, 5, 5, 1],
    () => tf.layers.convLstm2d({ filters: 2, kernelSize: 2, ...kernel, recurrentInitializer: seeded() }),
  ],
  [
    'timeDistributed',
    sequence,
    () => tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 2, ...kernel }) }),
  ],
  ['averagePooling1d', sequence, () => tf.layers.averagePooling1d({ poolSize: 2 })],
  ['averagePooling2d', image, () => tf.layers.averagePooling2d({ poolSize: 2 })],
  ['averagePooling3d', volume, () => tf.layers.averagePooling3d({ poolSize: 2, strides: 2 })],
  ['maxPooling1d', sequence, () => tf.layers.maxPooling1d({ poolSize: 2 })],
  ['maxPooling2d', image, () => tf.layers.maxPooling2d({ poolSize: 2 })],
  ['maxPooling3d', volume, () => tf.layers.maxPooling3d({ poolSize: 2, strides: 2 })],
  ['globalAveragePooling1d', sequence, () => tf.layers.globalAveragePooling1d({})],
  ['globalAveragePooling2d', image, () => tf.layers.globalAveragePooling2d({})],
  ['globalMaxPooling1d', sequence, () => tf.layers.globalMaxPooling1d({})],
  ['globalMaxPooling2d', image, () => tf.layers.globalMaxPooling2d({})],
  [
    'upSampling2d, bilinear',
    image,
    () => tf.layers.upSampling2d({ size: [2, 2], interpolation: 'bilinear' }),
  ],
  ['zeroPadding2d', image, () => tf.layers.zeroPadding2d({ padding: 1 })],
  [
    'cropping2D',
    image,
    () =>
      tf.layers.cropping2D({
        cropping: [
          [1, 1],
          [1, 0],
        ],
      }),
  ],
  ['permute', image, () => tf.layers.permute({ dims: [2, 1, 3] })],
  ['repeatVector', [4], () => tf.layers.repeatVector({ n: 3 })],
  ['reshape', image, () => tf.layers.reshape({ targetShape: [72] })],
  ['prelu', image, () => tf.layers.prelu({ alphaInitializer: seeded() })],
  ['elu', image, () => tf.layers.elu()],
  ['leakyReLU', image, () => tf.layers.leakyReLU()],
  ['softmax', [4], () => tf.layers.softmax()],
  ...(
    [
      'elu',
      'relu',
      'relu6',
      'selu',
      'sigmoid',
      'hardSigmoid',
      'softplus',
      'softsign',
      'tanh',
      'swish',
      'mish',
      'gelu',
      'gelu_new',
      'softmax',
      'logSoftmax',
    ] as const
  ).map(
    (activation) =>
      [
        `activation ${activation}`,
        sequence,
        () => tf.layers.activation({ activation: activation as 'relu' }),
      ] as const,
  ),
  ['spatialDropout1d', sequence, () => tf.layers.spatialDropout1d({ rate: 0 })],
];

/** The gradients, by weight, of a random projection of one layer's output, with a scaling weight on its input. */
async function gradients(
  backend: string,
  shape: readonly number[],
  makeLayer: () => tf.layers.Layer,
): Promise<readonly Float32Array[]> {
  await tf.setBackend(backend);
  const scale = tf.variable(tf.randomUniform([1, ...shape], -1, 1, 'float32', 3));
  const layer = makeLayer();
  const x = tf.randomUniform([2, ...shape], -1, 1, 'float32', 5);
  const forward = () => layer.apply(tf.mul(x, scale), { training: true }) as tf.Tensor;
  const output = forward();
  const projection = tf.randomUniform(output.shape, -1, 1, 'float32', 9);
  output.dispose();
  const { grads } = tf.variableGrads(() => tf.sum(tf.mul(forward(), projection)));
  const data = await Promise.all(
    Object.values(grads).map((gradient) => gradient.data() as Promise<Float32Array>),
  );
  tf.dispose([x, scale, projection, grads]);
  layer.dispose();
  return data;
}

/** The gradient of the mean square of an embedded sentence to the table of six words. */
async function embeddingGradient(backend: string): Promise<Float32Array> {
  await tf.setBackend(backend);
  const layer = tf.layers.embedding({ inputDim: 6, outputDim: 3, embeddingsInitializer: seeded() });
  const words = tf.tensor2d(
    [
      [1, 4, 1, 1],
      [0, 5, 4, 1],
    ],
    [2, 4],
    'int32',
  );
  tf.dispose(layer.apply(words) as tf.Tensor);
  const { grads } = tf.variableGrads(() => tf.mean(tf.square(layer.apply(words) as tf.Tensor)));
  return Object.values(grads)[0]!.data() as Promise<Float32Array>;
}

beforeAll(async () => {
  // Else the cpu backend advertises tfjs-node.
  tf.env().set('PROD', true);
  registerWasmGradients();
  await tf.setBackend('wasm');
});

describe('every tfjs layer trains on wasm', () => {
  test.each(layers)('%s has the gradients it has on cpu', async (_name, shape, makeLayer) => {
    const wasm = await gradients('wasm', shape, makeLayer);
    const cpu = await gradients('cpu', shape, makeLayer);
    expect(wasm.length).toBe(cpu.length);
    wasm.forEach((gradient, index) => {
      const largest = Math.max(...cpu[index]!.map(Math.abs));
      gradient.forEach((value, place) => {
        expect(Math.abs(value - cpu[index]![place]!)).toBeLessThanOrEqual(1e-5 * largest);
      });
    });
  });

  test('nearest upsampling hands each place the sum of its block', async () => {
    await tf.setBackend('wasm');
    const layer = tf.layers.upSampling2d({ size: [2, 2] });
    const weights = tf.tensor4d([1, 2, 10, 20, 3, 4, 30, 40], [1, 2, 4, 1]);
    const gradient = tf.grad((x) => tf.sum(tf.mul(layer.apply(x) as tf.Tensor, weights)));
    expect([...(await gradient(tf.ones([1, 1, 2, 1])).data())]).toEqual([10, 100]);
  });

  test('an embedding has the gradients it has on cpu, also where words repeat', async () => {
    const wasm = await embeddingGradient('wasm');
    const cpu = await embeddingGradient('cpu');
    expect(wasm.length).toBe(18);
    wasm.forEach((value, index) => expect(Math.abs(value - cpu[index]!)).toBeLessThanOrEqual(1e-7));
  });
});
