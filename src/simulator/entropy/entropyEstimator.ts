import { requireCount, ThermoError } from '../../error.js';
import { coordinatesOf } from './coordinates/coordinatesOf.js';
import { standardise } from './coordinates/standardise.js';
import type { EntropyEstimate } from './entropyEstimate.js';
import type { EntropyForm } from './entropyForm.js';
import { kozachenkoLeonenko } from './kozachenkoLeonenko.js';
import { meanLogDistance } from './meanLogDistance.js';
import { requireMemory } from '../requireMemory.js';
import { nearestDistances } from './neighbours/nearestDistances.js';

/** What an estimator of direction entropy is made for. */
export interface EntropyEstimatorOptions {
  /** d, at least 2. */
  readonly dimension: number;
  /** N, rows in each call; more than k. */
  readonly samples: number;
  /** Default `geodesic`. */
  readonly form?: EntropyForm;
  /** k, the nearest neighbour whose distance counts; default 1. */
  readonly neighbour?: number;
}

/**
 * An estimator of the entropy of directions that keeps its memory from call to call: for many sets of samples of one size,
 * such as a ring of weights read again and again. At d = 3 a call with 1,000 samples takes a fraction of a millisecond; the
 * time grows as N log N in three dimensions, as d N^2 in high ones, where `entropyRing` is the faster.
 *
 * @returns a function of N rows of weights of any norm, each d numbers, that gives the estimate (see `directionEntropy`).
 * @throws ThermoError when an option is out of range or the memory cannot be had; the function, when it is given another number of rows, a row of norm 0
 * or one that is not finite.
 */
export function entropyEstimator({
  dimension,
  samples,
  form = 'geodesic',
  neighbour = 1,
}: EntropyEstimatorOptions): (weights: Float32Array | Float64Array) => EntropyEstimate {
  requireCount('dimension', dimension, 2);
  requireCount('neighbour', neighbour);
  if (!Number.isInteger(samples) || samples <= neighbour) {
    throw new ThermoError(
      `samples is ${samples}: pass a whole number above neighbour, ${neighbour}, for as many neighbours`,
    );
  }
  const coordinates = coordinatesOf(form, dimension);
  const { columns } = coordinates;
  requireMemory({
    what: `The entropy of ${samples} samples of dimension ${dimension}`,
    bytes: 16 * samples * columns,
    remedy: 'pass fewer samples',
  });
  const points = new Float64Array(samples * columns);
  const squares = new Float64Array(samples);
  const findNearest = nearestDistances({ rows: samples, columns, neighbour });

  return (weights) => {
    if (weights.length !== samples * dimension) {
      throw new ThermoError(
        `weights has ${weights.length} numbers: pass ${samples} rows of ${dimension}, ${samples * dimension} numbers`,
      );
    }
    let logVolume = 0;
    for (let i = 0; i < samples; i += 1) {
      const at = coordinates.locate(weights, i * dimension, points, i * columns);
      if (Number.isNaN(at)) {
        throw new ThermoError(
          `row ${i} of weights has norm 0 or is not finite: pass rows that have a direction`,
        );
      }
      logVolume += at;
    }
    const logScale = form === 'standardisedAngles' ? standardise(points, samples, columns) : 0;
    findNearest(points, squares);
    return kozachenkoLeonenko({
      samples,
      dimension,
      form,
      neighbour,
      meanLogDistance: meanLogDistance(squares, coordinates.distance),
      meanLogVolume: logVolume / samples + logScale,
    });
  };
}
