import { dawnOptions } from './dawnOptions.js';

/** Puts WebGPU where a browser has it, globals and navigator.gpu, so that tfjs-backend-webgpu finds it in Node. */
export async function openAdapter(): Promise<void> {
  const { create, globals } = await import('webgpu');
  Object.assign(globalThis, globals);
  const gpu = create([...dawnOptions]);
  if (!('navigator' in globalThis)) {
    Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true, writable: true });
  }
  Object.defineProperty(globalThis.navigator, 'gpu', { value: gpu, configurable: true });
}
