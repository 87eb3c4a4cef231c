/**
 * The noise of the gradient on the unit sphere, before what of it points along w is taken off; at radius r it is 1/r of it.
 * A deviation sigma, which may move from step to step, multiplies it.
 */
export type Noise = IsotropicNoise | DiagonalNoise | OwnNoise;

/** n ~ N(0, 1) in each component: trSigma = sigma^2 (d-1). */
export interface IsotropicNoise {
  readonly kind: 'isotropic';
}

/** n_i ~ N(0, s_i^2): trSigma depends on the direction. */
export interface DiagonalNoise {
  readonly kind: 'diagonal';
  /** s, d numbers of at least 0. */
  readonly deviations: Float64Array;
}

/** A user's own noise, made of standard normals so that the seed decides it. Runs in plain TypeScript. */
export interface OwnNoise {
  readonly kind: 'own';
  /** Overwrites d standard normals with the noise at the direction u. */
  readonly shape: (direction: Float64Array, normals: Float64Array) => void;
}
