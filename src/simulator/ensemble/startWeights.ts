import { ThermoError } from '../../error.js';
import { generatorStates } from '../chains/generatorStates.js';
import { standardNormals } from '../chains/typescript/standardNormals.js';
import type { SettledOptions } from './ensembleOptions.js';

/** Index of the first stream that start directions are drawn from: past those of any chain's noise. */
const startStreams = 2 ** 40;

/**
 * The weights that an ensemble starts with: rows of norm `radius`, along the given directions or uniform on the sphere. Each
 * chain has a stream of its own, so its start does not depend on how many others there are.
 *
 * @throws ThermoError for a direction without a length, or one that is not finite.
 */
export function startWeights({ dimension, chains, radius, seed, directions }: SettledOptions): Float32Array {
  const weights = new Float32Array(chains * dimension);
  const states = directions === undefined ? generatorStates(seed, startStreams, chains) : null;
  const row = new Float64Array(dimension);
  for (let chain = 0; chain < chains; chain += 1) {
    const first = chain * dimension;
    if (states !== null) standardNormals(states, 4 * chain, row, dimension);
    else for (let i = 0; i < dimension; i += 1) row[i] = directions![first + i]!;
    let square = 0;
    for (const value of row) square += value ** 2;
    const scale = radius / Math.sqrt(square);
    if (!(scale > 0 && scale < Infinity)) {
      throw new ThermoError(
        `direction of chain ${chain} has no length: pass finite numbers that are not all 0`,
      );
    }
    for (let i = 0; i < dimension; i += 1) weights[first + i] = row[i]! * scale;
  }
  return weights;
}
