/** What a step begins with, as seen from where the chain stands. */
export interface Standing {
  /** q = |w|^2. */
  squaredRadius: number;
  /** 1 / r. */
  inverseRadius: number;
  /** h f(u), without the offset. */
  energy: number;
  /** |t|^2, of the force that was drawn. */
  secondMoment: number;
}

/**
 * Draws the noise of one chain's step, writes t = h grad f + sigma n on the unit sphere, without what of it points along
 * u, into the force that the engine shares, and tells where the chain stands. Single precision.
 */
export type DrawForce = (chain: number, strength: number, deviation: number, standing: Standing) => void;

/** The arrays that forces read and write: the engine's own. */
export interface Room {
  readonly weights: Float32Array;
  readonly generator: Uint32Array;
  readonly force: Float32Array;
}
