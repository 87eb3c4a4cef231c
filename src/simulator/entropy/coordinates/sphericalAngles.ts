import type { Coordinates } from './coordinates.js';

/** Sines are taken for no smaller than this, as published. */
const leastSine = 1e-8;

/**
 * The d - 1 spherical angles, phi_i = atan2(|(w_(i+1), ..., w_d)|, w_i) and the last one atan2(w_d, w_(d-1)), of which only
 * the last goes round; its cut is left as it is.
 *
 * ln J = sum over i < d - 1 of (d - 1 - i) ln sin phi_i
 */
export function sphericalAngles(dimension: number): Coordinates {
  const columns = dimension - 1;
  return {
    columns,
    locate(weights, row, points, point) {
      const last = weights[row + columns]!;
      let next = weights[row + columns - 1]!;
      points[point + columns - 1] = Math.atan2(last, next);
      let square = last * last + next * next;
      let tail = Math.sqrt(square);
      let logVolume = 0;
      for (let i = columns - 2; i >= 0; i -= 1) {
        next = weights[row + i]!;
        points[point + i] = Math.atan2(tail, next);
        square += next * next;
        const sine = tail;
        tail = Math.sqrt(square);
        logVolume += (columns - 1 - i) * Math.log(sine > leastSine * tail ? sine / tail : leastSine);
      }
      return tail > 0 && tail < Infinity ? logVolume : Number.NaN;
    },
    distance: (euclidean) => euclidean,
  };
}
