import type { IsotropicNoise } from './noise.js';

/** Noise alike in all directions, the published toy model's: trSigma = sigma^2 (d-1) everywhere. */
export function isotropicNoise(): IsotropicNoise {
  return { kind: 'isotropic' };
}
