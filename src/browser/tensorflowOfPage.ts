import type * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../error.js';
import { isSimulatorThread } from './simulatorThread.js';

/** TensorFlow.js as a script tag leaves it. The bundle takes it for every import of `@tensorflow/tfjs`. */
export const tensorflowOfPage = isSimulatorThread ? nothing() : found();

function found(): typeof tf {
  const { tf: inPage } = globalThis as { readonly tf?: typeof tf };
  if (inPage?.Optimizer !== undefined) return inPage;
  throw new ThermoError(
    'tfjs-thermo finds no TensorFlow.js in this page: put <script src="https://cdn.jsdelivr.net/npm/@tensorflow/tfjs@4.22.0/dist/tf.min.js"></script> before its own script, or import the package tfjs-thermo where a bundler resolves @tensorflow/tfjs',
  );
}

/** A worker of the simulator loads the module whole, but needs no tfjs: any name of it is this, which does nothing. */
function nothing(): typeof tf {
  // A function, as classes extend it.
  const anything: unknown = new Proxy(function () {}, { get: () => anything, apply: () => anything });
  return anything as typeof tf;
}
