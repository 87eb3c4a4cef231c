import { availableParallelism } from 'node:os';
import type { Candidate } from '../backend.js';
import { loadingPackage } from '../native/loadingPackage.js';
import { loadFound } from './nativeCuda.js';

/** TensorFlow's C library on the processor. */
export const native: Candidate = {
  name: 'native',
  backend: 'tensorflow',
  examine: async () => {
    const loading = await loadingPackage();
    if (loading.found === null) return loading.missing;
    const { found, tensorflow } = loading;
    const cores = availableParallelism();
    return { ok: true, why: `TensorFlow ${tensorflow} on ${cores} cores, through ${found.name}` };
  },
  load: loadFound,
};
