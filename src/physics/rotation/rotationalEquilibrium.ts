/** Where the weights of a layer settle in turning: growth by the updates and shrinking by decay balance. */
export interface RotationalEquilibrium {
  /** Root mean square angle of a step, in radians while small. */
  readonly angle: number;
  /** r*, the norm of the weights. */
  readonly radius: number;
}
