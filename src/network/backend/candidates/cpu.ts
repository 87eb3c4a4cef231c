import type { Candidate } from '../backend.js';

/** Plain JavaScript: always there, and some hundred times slower than TensorFlow's C library at convolutions. */
export const cpu: Candidate = {
  name: 'cpu',
  backend: 'cpu',
  examine: () => Promise.resolve({ ok: true, why: 'plain JavaScript, very slow at convolutions' }),
  load: () => Promise.resolve(),
};
