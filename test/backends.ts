import * as tf from '@tensorflow/tfjs';
export async function useBackend(name: string): Promise<void> {
  if (name === 'tensorflow') {
    process.env.TF_CPP_MIN_LOG_LEVEL = '2';
    await import('@tensorflow/tfjs-node-gpu');
  }
  if (name === 'wasm') {
    await import('@tensorflow/tfjs-backend-wasm');
  }
  await tf.setBackend(name);
  await tf.ready();
  if (name === 'wasm') {
    const m = await import('../src/network/wasm-kernels/index.js');
    m.registerWasmGradients();
  }
  if (tf.getBackend() !== name) throw new Error('no ' + name);
}
