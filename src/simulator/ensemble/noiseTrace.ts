import { match } from 'ts-pattern';
import { pairEstimate } from '../../physics/index.js';
import { generatorStates } from '../chains/generatorStates.js';
import { standardNormals } from '../chains/typescript/standardNormals.js';
import type { DiagonalNoise, Noise, OwnNoise } from '../noises/noise.js';

/** tr(P S P) on the unit sphere at a deviation of 1, as a mean over rows of weights: P takes off what points along w. */
export type NoiseTrace = (weights: Float32Array) => number;

/** Index of the first stream that pairs are drawn from: past those of start and noise of any chain. */
const pairStreams = 2 ** 41;

/** The trace of a noise: exact, but of a noise of one's own a pair estimate with one pair a chain. */
export function noiseTrace(
  noise: Noise,
  { dimension, chains, seed }: { readonly dimension: number; readonly chains: number; readonly seed: number },
): NoiseTrace {
  return match(noise)
    .with({ kind: 'isotropic' }, () => () => dimension - 1)
    .with({ kind: 'diagonal' }, (diagonal) => (weights: Float32Array) => diagonalTrace(diagonal, weights))
    .with({ kind: 'own' }, (own) => {
      const states = generatorStates(seed, pairStreams, chains);
      return (weights: Float32Array) => pairTrace(own, dimension, states, weights);
    })
    .exhaustive();
}

/** sum s_i^2 (1 - u_i^2). */
function diagonalTrace({ deviations }: DiagonalNoise, weights: Float32Array): number {
  const dimension = deviations.length;
  let full = 0;
  for (const deviation of deviations) full += deviation ** 2;
  let along = 0;
  for (let first = 0; first < weights.length; first += dimension) {
    let square = 0;
    let projected = 0;
    for (let i = 0; i < dimension; i += 1) {
      square += weights[first + i]! ** 2;
      projected += (deviations[i]! * weights[first + i]!) ** 2;
    }
    along += projected / square;
  }
  return full - along / (weights.length / dimension);
}

/** The mean of |P n_1 - P n_2|^2 / 2. */
function pairTrace(
  { shape }: OwnNoise,
  dimension: number,
  states: Uint32Array,
  weights: Float32Array,
): number {
  const chains = weights.length / dimension;
  const direction = new Float64Array(dimension);
  let sum = 0;
  const drawn = (chain: number): Float64Array => {
    const noise = new Float64Array(dimension);
    standardNormals(states, 4 * chain, noise, dimension);
    shape(direction, noise);
    const along = dot(noise, direction);
    return noise.map((value, i) => value - along * direction[i]!);
  };
  for (let chain = 0; chain < chains; chain += 1) {
    const row = weights.subarray(chain * dimension, (chain + 1) * dimension);
    const radius = Math.sqrt(dot(row, row));
    for (let i = 0; i < dimension; i += 1) direction[i] = row[i]! / radius;
    const one = drawn(chain);
    const other = drawn(chain);
    sum += pairEstimate(dot(one, one), dot(other, other), dot(one, other)).noise;
  }
  return sum / chains;
}

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += one[i]! * other[i]!;
  return sum;
}
