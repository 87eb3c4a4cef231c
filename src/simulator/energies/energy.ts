/**
 * The energy L(u) of a direction u = w/|w|: the same at every radius, which is what scale-invariant means. A strength h,
 * which may move from step to step, multiplies the landscape: L(u) = offset + h f(u).
 */
export type Energy = LinearEnergy | QuadraticEnergy | OwnEnergy;

/** f(u) = mu.u: the toy model of arXiv 2511.07308; its Gibbs density on the sphere is von Mises-Fisher's with kappa = h/T. */
export interface LinearEnergy {
  readonly kind: 'linear';
  /** mu, d numbers; need not be of norm 1. */
  readonly direction: Float64Array;
  readonly offset: number;
}

/** f(u) = sum a_i u_i^2: Bingham's density, a gas that is not ideal at low temperature in the directions a_i shares. */
export interface QuadraticEnergy {
  readonly kind: 'quadratic';
  /** a, d numbers. */
  readonly coefficients: Float64Array;
  readonly offset: number;
}

/** A user's own f, with its gradient with respect to u; what of it points along u is taken off. Runs in plain TypeScript. */
export interface OwnEnergy {
  readonly kind: 'own';
  readonly offset: number;
  /** f(u); finite. */
  readonly value: (direction: Float64Array) => number;
  /** Writes df/du, d numbers, into `gradient`. */
  readonly gradient: (direction: Float64Array, gradient: Float64Array) => void;
}
