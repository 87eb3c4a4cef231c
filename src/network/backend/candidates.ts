import type { Candidate } from './backend.js';
import { cpu } from './candidates/cpu.js';
import { native } from './candidates/native.js';
import { nativeCuda } from './candidates/nativeCuda.js';
import { wasm } from './candidates/wasm.js';
import { webgpu } from './candidates/webgpu.js';

/** Every way to run, better ones first. */
export const candidates: readonly Candidate[] = [nativeCuda, webgpu, native, wasm, cpu];
