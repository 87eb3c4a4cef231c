import { backendSettings } from './backendSettings.js';
import { webgpu } from './candidates/webgpu.js';
import type { Tell } from './command/tell.js';
import { nvidiaDriver } from './native/nvidiaDriver.js';
import { prepareNative, type AddonOrigin } from './native/prepareNative.js';

/**
 * Makes the best backend that this machine can have ready for `selectBackend`: downloads and builds what it takes, and
 * tells of every step that takes seconds and of every one that fails. When all is ready it does nothing, silently.
 */
export async function prepareBackend(tell: Tell, origin: AddonOrigin = 'anywhere'): Promise<void> {
  const settings = backendSettings();
  const driver = await nvidiaDriver();
  // Without CUDA, a GPU of any other kind is better than what TensorFlow's library could do on the processor.
  const gpuServes = driver === null && origin === 'anywhere' && (await webgpu.examine(settings)).ok;
  if (!gpuServes) await prepareNative(origin, driver, tell);
}
