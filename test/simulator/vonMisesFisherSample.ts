import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { gaussian } from '../physics/gaussian.js';

/**
 * Directions of a von Mises-Fisher distribution around the first axis, a row each, in double precision: the cosine by
 * rejection (A. T. A. Wood, Communications in Statistics - Simulation and Computation 23 (1994), after G. Ulrich), the rest
 * uniform.
 */
export function vonMisesFisherSample(
  samples: number,
  { dimension, concentration }: { readonly dimension: number; readonly concentration: number },
  seed: number,
): Float64Array {
  const normal = gaussian(seed);
  const generator = xoroshiro128plus(~seed);
  const free = dimension - 1;
  const b = free / (2 * concentration + Math.hypot(2 * concentration, free));
  const mode = (1 - b) / (1 + b);
  const top = concentration * mode + free * Math.log(1 - mode ** 2);
  const squares = (): number => {
    let sum = 0;
    for (let i = 0; i < free; i += 1) sum += normal() ** 2;
    return sum;
  };
  const cosine = (): number => {
    for (;;) {
      const one = squares();
      const beta = one / (one + squares());
      const proposed = (1 - (1 + b) * beta) / (1 - (1 - b) * beta);
      const logarithm = concentration * proposed + free * Math.log(1 - mode * proposed) - top;
      if (logarithm >= Math.log(1 - uniformFloat64(generator))) return proposed;
    }
  };
  const rows = new Float64Array(samples * dimension);
  for (let row = 0; row < rows.length; row += dimension) {
    rows[row] = cosine();
    let square = 0;
    for (let i = row + 1; i < row + dimension; i += 1) {
      rows[i] = normal();
      square += rows[i]! ** 2;
    }
    const scale = Math.sqrt((1 - rows[row]! ** 2) / square);
    for (let i = row + 1; i < row + dimension; i += 1) rows[i]! *= scale;
  }
  return rows;
}
