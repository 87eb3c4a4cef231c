import type { Coordinates } from './coordinates.js';

/** The direction itself: chords between unit vectors, of which the geodesic distance is 2 asin(chord / 2). */
export function unitVectors(dimension: number): Coordinates {
  return {
    columns: dimension,
    locate(weights, row, points, point) {
      let square = 0;
      for (let i = 0; i < dimension; i += 1) square += weights[row + i]! ** 2;
      const radius = Math.sqrt(square);
      for (let i = 0; i < dimension; i += 1) points[point + i] = weights[row + i]! / radius;
      return radius > 0 && radius < Infinity ? 0 : Number.NaN;
    },
    distance: (euclidean) => 2 * Math.asin(Math.min(1, euclidean / 2)),
  };
}
