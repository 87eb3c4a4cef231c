/** The toy model of arXiv 2511.07308: SGD on L(u) = 1 + mu.u in three dimensions, with isotropic noise. */
export const toyModel = {
  /** d. */
  dimension: 3,
  /** sigma. */
  deviation: 1,
  /** h. */
  strength: 1,
  /** mu, of norm 1: its minimum u = -mu lies where the spherical angles are farthest from their pole and their cut. */
  direction: [0, -1, 0],
  /** u at the start of every chain. */
  start: [0, 0, 1],
  /** L at u orthogonal to mu, so that L is 0 at its minimum. */
  offset: 1,
} as const;
