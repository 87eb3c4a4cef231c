import type { NativePackage } from './nativePackage.js';

/** Loads a native package into this process, without TensorFlow's notes and warnings; its errors are still written. */
export async function loadNative(found: NativePackage): Promise<void> {
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  await import(found.name);
}
