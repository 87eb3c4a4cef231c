import type * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../error.js';

/** TensorFlow.js as a script tag leaves it. The bundle takes it for every import of `@tensorflow/tfjs`. */
export const tensorflowOfPage = found();

function found(): typeof tf {
  const { tf: inPage } = globalThis as { readonly tf?: typeof tf };
  if (inPage?.Optimizer !== undefined) return inPage;
  throw new ThermoError(
    'tfjs-thermo finds no TensorFlow.js in this page: put <script src="https://cdn.jsdelivr.net/npm/@tensorflow/tfjs@4.22.0/dist/tf.es2017.min.js"></script> before its own script, or import the package tfjs-thermo where a bundler resolves @tensorflow/tfjs',
  );
}
