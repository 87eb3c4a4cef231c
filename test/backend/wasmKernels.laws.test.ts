import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { registerWasmGradients } from '../../src/network/wasm-kernels/index.js';

/** Half a unit in the last place of float32: the relative error of one rounded operation. */
const rounding = 2 ** -24;

type Shape4D = [number, number, number, number];
type Shape5D = [number, number, number, number, number];
type Kernel = (tensors: readonly tf.Tensor[]) => tf.Tensor;

beforeAll(async () => {
  // As a test, tfjs itself checks every kernel for tensors it leaves behind.
  tf.env().set('IS_TEST', true);
  registerWasmGradients();
  await tf.setBackend('wasm');
});

/**
 * Runs one kernel on both backends and compares. A float32 sum of n products in any order is off by at most
 * n * rounding * (sum of their magnitudes), which is what the kernel gives on the magnitudes; two sums by twice that.
 */
async function expectSameAsCpu(kernel: Kernel, shapes: readonly number[][], terms: number, seed: number) {
  const values = shapes.map((shape, index) => tf.randomUniform(shape, -1, 1, 'float32', seed + index));
  const host = await Promise.all(values.map((tensor) => tensor.data()));
  tf.dispose(values);
  const run = async (backend: string, change: (value: number) => number) => {
    await tf.setBackend(backend);
    const before = tf.memory().numTensors;
    const result = tf.tidy(() =>
      kernel(shapes.map((shape, index) => tf.tensor(host[index]!.map(change), shape))),
    );
    expect(tf.memory().numTensors).toBe(before + 1);
    const data = await result.data();
    const { shape } = result;
    result.dispose();
    return { data, shape };
  };
  const wasm = await run('wasm', (value) => value);
  const cpu = await run('cpu', (value) => value);
  const magnitude = await run('cpu', Math.abs);
  expect(wasm.shape).toEqual(cpu.shape);
  wasm.data.forEach((value, index) => {
    const tolerance = 2 * terms * rounding * magnitude.data[index]!;
    expect(Math.abs(value - cpu.data[index]!)).toBeLessThanOrEqual(tolerance);
  });
}

const size = (max: number) => fc.integer({ min: 1, max });

/** A forward convolution: input and filter shapes, strides, padding. */
const convolution = fc
  .record({
    batch: size(3),
    height: fc.integer({ min: 4, max: 9 }),
    width: fc.integer({ min: 4, max: 9 }),
    channelsIn: size(3),
    channelsOut: size(3),
    filterHeight: size(4),
    filterWidth: size(4),
    strides: fc.tuple(size(3), size(3)),
    pad: fc.oneof(
      fc.constantFrom('same', 'valid'),
      fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }).map(([top, bottom, left, right]) => [
        [0, 0],
        [top!, bottom!],
        [left!, right!],
        [0, 0],
      ]),
    ),
    seed: fc.nat(1e6),
  })
  .map(({ pad, ...rest }) => ({ ...rest, pad: pad as 'same' }));

describe('the gradient kernels of the wasm backend agree with the cpu backend', () => {
  test('the filter gradient of a convolution, for any shape, strides and padding', async () => {
    await fc.assert(
      fc.asyncProperty(convolution, async (c) => {
        const x: Shape4D = [c.batch, c.height, c.width, c.channelsIn];
        const filter: Shape4D = [c.filterHeight, c.filterWidth, c.channelsIn, c.channelsOut];
        const out = tf.backend_util.computeConv2DInfo(x, filter, c.strides, 1, c.pad);
        await expectSameAsCpu(
          ([input, dy]) =>
            runKernel(
              tf.Conv2DBackpropFilter,
              { x: input!, dy: dy! },
              { strides: c.strides, pad: c.pad, dataFormat: 'NHWC', filterShape: filter },
            ),
          [x, out.outShape],
          c.batch * out.outHeight * out.outWidth + 1,
          c.seed,
        );
      }),
      { seed: 1, numRuns: 80 },
    );
  });

  test('the input gradient of a convolution, for any shape, strides and padding', async () => {
    await fc.assert(
      fc.asyncProperty(convolution, async (c) => {
        const x: Shape4D = [c.batch, c.height, c.width, c.channelsIn];
        const filter: Shape4D = [c.filterHeight, c.filterWidth, c.channelsIn, c.channelsOut];
        const out = tf.backend_util.computeConv2DInfo(x, filter, c.strides, 1, c.pad);
        await expectSameAsCpu(
          ([dy, weights]) =>
            runKernel(
              tf.Conv2DBackpropInput,
              { dy: dy!, filter: weights! },
              { strides: c.strides, pad: c.pad, dataFormat: 'NHWC', inputShape: x },
            ),
          [out.outShape, filter],
          c.filterHeight * c.filterWidth * c.channelsOut + 1,
          c.seed,
        );
      }),
      { seed: 2, numRuns: 80 },
    );
  });

  test('the filter gradient of a depthwise convolution, for any shape, strides and padding', async () => {
    await fc.assert(
      fc.asyncProperty(convolution, async (c) => {
        const x: Shape4D = [c.batch, c.height, c.width, c.channelsIn];
        const filter: Shape4D = [c.filterHeight, c.filterWidth, c.channelsIn, c.channelsOut];
        const out = tf.backend_util.computeConv2DInfo(x, filter, c.strides, 1, c.pad, undefined, true);
        await expectSameAsCpu(
          ([input, dy]) =>
            runKernel(
              tf.DepthwiseConv2dNativeBackpropFilter,
              { x: input!, dy: dy! },
              { strides: c.strides, pad: c.pad, dilations: [1, 1], filterShape: filter },
            ),
          [x, out.outShape],
          c.batch * out.outHeight * out.outWidth + 1,
          c.seed,
        );
      }),
      { seed: 3, numRuns: 80 },
    );
  });

  test('the input gradient of a depthwise convolution, for any shape, strides and padding', async () => {
    await fc.assert(
      fc.asyncProperty(convolution, async (c) => {
        const x: Shape4D = [c.batch, c.height, c.width, c.channelsIn];
        const filter: Shape4D = [c.filterHeight, c.filterWidth, c.channelsIn, c.channelsOut];
        const out = tf.backend_util.computeConv2DInfo(x, filter, c.strides, 1, c.pad, undefined, true);
        await expectSameAsCpu(
          ([dy, weights]) =>
            runKernel(
              tf.DepthwiseConv2dNativeBackpropInput,
              { dy: dy!, filter: weights! },
              { strides: c.strides, pad: c.pad, dilations: [1, 1], inputShape: x },
            ),
          [out.outShape, filter],
          c.filterHeight * c.filterWidth * c.channelsOut + 1,
          c.seed,
        );
      }),
      { seed: 4, numRuns: 80 },
    );
  });

  const convolution3d = fc.record({
    x: fc.tuple(size(2), fc.integer({ min: 3, max: 5 }), fc.integer({ min: 3, max: 5 }), size(5), size(2)),
    filter: fc.tuple(size(3), size(3), fc.constant(1), size(2)),
    strides: fc.tuple(size(2), size(2), size(2)),
    pad: fc.constantFrom('same' as const, 'valid' as const),
    seed: fc.nat(1e6),
  });

  test('the filter and input gradients of a 3D convolution, for any shape, strides and padding', async () => {
    await fc.assert(
      fc.asyncProperty(convolution3d, async ({ x, filter, strides, pad, seed }) => {
        const [depth, height, width, channelsOut] = filter;
        const filterShape: Shape5D = [depth, height, width, x[4], channelsOut];
        const out = tf.backend_util.computeConv3DInfo(x, filterShape, strides, 1, pad);
        await expectSameAsCpu(
          ([input, dy]) =>
            runKernel(tf.Conv3DBackpropFilterV2, { x: input!, dy: dy! }, { strides, pad, filterShape }),
          [x, out.outShape],
          x[0] * out.outDepth * out.outHeight * out.outWidth + 1,
          seed,
        );
        await expectSameAsCpu(
          ([dy, weights]) =>
            runKernel(
              tf.Conv3DBackpropInputV2,
              { dy: dy!, filter: weights! },
              { strides, pad, inputShape: x },
            ),
          [out.outShape, filterShape],
          depth * height * width * channelsOut + 1,
          seed,
        );
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  test('the segment sum, also where segments repeat, stay empty or lie outside', async () => {
    const segments = fc.record({
      ids: fc.array(fc.integer({ min: -2, max: 8 }), { minLength: 1, maxLength: 20 }),
      rowShape: fc.array(size(4), { maxLength: 2 }),
      numSegments: size(7),
      seed: fc.nat(1e6),
    });
    await fc.assert(
      fc.asyncProperty(segments, async ({ ids, rowShape, numSegments, seed }) => {
        await expectSameAsCpu(
          ([x]) =>
            runKernel(
              tf.UnsortedSegmentSum,
              { x: x!, segmentIds: tf.tensor1d(ids, 'int32') },
              { numSegments },
            ),
          [[ids.length, ...rowShape]],
          ids.length,
          seed,
        );
      }),
      { seed: 5, numRuns: 80 },
    );
  });

  test('a tile, along any axes', async () => {
    const tiling = fc.array(fc.tuple(size(3), size(3)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(tiling, fc.nat(1e6), async (axes, seed) => {
        const reps = axes.map(([, times]) => times);
        await expectSameAsCpu(([x]) => tf.tile(x!, reps), [axes.map(([places]) => places)], 0, seed);
      }),
      { seed: 7, numRuns: 80 },
    );
  });

  test('registering twice changes nothing', () => {
    const before = wasmKernelFunctions();
    registerWasmGradients();
    expect(wasmKernelFunctions()).toEqual(before);
  });
});

function wasmKernelFunctions(): Set<tf.KernelFunc> {
  return new Set(tf.getKernelsForBackend('wasm').map((kernel) => kernel.kernelFunc));
}

function runKernel(name: string, inputs: tf.NamedTensorMap, attributes: object): tf.Tensor {
  return tf.engine().runKernel(name, inputs, attributes as never) as tf.Tensor;
}
