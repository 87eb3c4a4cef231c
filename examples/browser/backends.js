import { registerWasmGradients } from '../../dist/browser/tfjs-thermo.js';

/** The backends of a browser: what they need, and what to expect of them. */
export const backends = {
  webgl: { title: 'WebGL', note: 'the graphics card, in every browser' },
  webgpu: { title: 'WebGPU', note: 'the graphics card, where the browser lets it' },
  wasm: { title: 'WebAssembly', note: 'the processor, with vector instructions' },
  cpu: { title: 'JavaScript', note: 'the processor; slow' },
};

tf.wasm.setWasmPaths('/wasm/');
// The gradients of convolutions, which tfjs's own wasm backend lacks.
registerWasmGradients();

/** Whether this browser and machine have a backend. */
export async function isThere(name) {
  if (name === 'webgpu') return (await navigator.gpu?.requestAdapter()) != null;
  if (name === 'webgl') return document.createElement('canvas').getContext('webgl2') !== null;
  return true;
}

/** Makes tfjs use a backend. It falls back to another by itself with a mere warning; here that is an error. */
export async function use(name) {
  const isSet = await tf.setBackend(name).catch(() => false);
  await tf.ready();
  if (!isSet || tf.getBackend() !== name)
    throw new Error(`the backend ${name} cannot be used here: choose another one`);
}
