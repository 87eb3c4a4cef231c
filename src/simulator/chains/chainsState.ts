/** Plain data that can be sent to a worker. */
export interface ChainsState {
  readonly weights: Float32Array;
  /** v, a row a chain; empty while nothing moves on: there was no momentum in the last step. */
  readonly velocity: Float32Array;
  readonly generator: Uint32Array;
}
