import * as tf from '@tensorflow/tfjs';
import { conv2dBackpropFilter } from './conv2dBackpropFilter.js';
import { conv2dBackpropInput } from './conv2dBackpropInput.js';
import { conv3dBackpropFilter } from './conv3dBackpropFilter.js';
import { conv3dBackpropInput } from './conv3dBackpropInput.js';
import { depthwiseConv2dBackpropFilter } from './depthwiseConv2dBackpropFilter.js';
import { depthwiseConv2dBackpropInput } from './depthwiseConv2dBackpropInput.js';
import { tileLeadingAxes } from './tileLeadingAxes.js';
import { unsortedSegmentSum } from './unsortedSegmentSum.js';

const composedKernels = [
  conv2dBackpropFilter,
  conv2dBackpropInput,
  conv3dBackpropFilter,
  conv3dBackpropInput,
  depthwiseConv2dBackpropFilter,
  depthwiseConv2dBackpropInput,
  unsortedSegmentSum,
];

/** The tile kernels put in place here, by which a second call knows them. */
const fasterTiles = new WeakSet<tf.KernelConfig>();

/**
 * Gives the wasm backend the gradient kernels it lacks, composed from kernels it has, so that convolutions and
 * embeddings train there too; and replaces those that it has but that are wrong (3D convolutions) or slow. Import the backend first,
 * then call it any time before training, in Node or in a browser; calling it again does nothing.
 *
 * @example
 * import '@tensorflow/tfjs-backend-wasm';
 * registerWasmGradients();
 * await tf.setBackend('wasm');
 */
export function registerWasmGradients(): void {
  for (const kernel of composedKernels) {
    const registered = tf.getKernel(kernel.kernelName, 'wasm');
    if (registered?.kernelFunc === kernel.kernelFunc) continue;
    if (registered) tf.unregisterKernel(kernel.kernelName, 'wasm');
    tf.registerKernel(kernel);
  }
  const tile = tf.getKernel(tf.Tile, 'wasm');
  if (tile && !fasterTiles.has(tile)) {
    const faster = tileLeadingAxes(tile);
    fasterTiles.add(faster);
    tf.unregisterKernel(tf.Tile, 'wasm');
    tf.registerKernel(faster);
  }
}
