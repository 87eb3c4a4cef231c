import { match } from 'ts-pattern';
import type { Noise } from '../../noises/noise.js';
import type { Gas } from '../chainsOptions.js';
import { dotProduct } from './dotProduct.js';
import type { DrawForce, Room } from './force.js';
import { directionOf, landscapeOf } from './landscape.js';
import { standardNormals } from './standardNormals.js';

const single = Math.fround;

/** The force in any dimension: d normals, of which what points along u is taken off together with the gradient's. */
export function forceInSpace(
  { dimension, energy, noise }: Gas,
  { weights, generator, force }: Room,
): DrawForce {
  const landscape = landscapeOf(energy, dimension);
  const shape = shapeOf(noise, dimension);
  const normals = new Float32Array(dimension);
  return (chain, strength, deviation, standing) => {
    const at = chain * dimension;
    const squaredRadius = dotProduct(weights, at, weights, at, dimension);
    const inverseRadius = single(1 / single(Math.sqrt(squaredRadius)));
    const height = landscape.look(weights, at, inverseRadius, force);
    standardNormals(generator, 4 * chain, normals, dimension);
    shape(normals, at, weights);
    for (let i = 0; i < dimension; i += 1) {
      force[i] = single(single(strength * force[i]!) + single(deviation * normals[i]!));
    }
    const product = dotProduct(force, 0, weights, at, dimension);
    const along = single(single(product * inverseRadius) * inverseRadius);
    for (let i = 0; i < dimension; i += 1) {
      force[i] = single(force[i]! - single(along * weights[at + i]!));
    }
    standing.squaredRadius = squaredRadius;
    standing.inverseRadius = inverseRadius;
    standing.energy = single(strength * height);
    standing.secondMoment = dotProduct(force, 0, force, 0, dimension);
  };
}

/** What turns standard normals into the noise at the direction of the weights from `at` on. */
function shapeOf(
  noise: Noise,
  dimension: number,
): (normals: Float32Array, at: number, weights: Float32Array) => void {
  return match(noise)
    .with({ kind: 'isotropic' }, () => () => {})
    .with({ kind: 'diagonal' }, ({ deviations }) => {
      const scales = Float32Array.from(deviations);
      return (normals: Float32Array) => {
        for (let i = 0; i < dimension; i += 1) normals[i] = single(scales[i]! * normals[i]!);
      };
    })
    .with({ kind: 'own' }, ({ shape }) => {
      const direction = new Float64Array(dimension);
      const shaped = new Float64Array(dimension);
      return (normals: Float32Array, at: number, weights: Float32Array) => {
        directionOf(weights, at, direction);
        shaped.set(normals);
        shape(direction, shaped);
        normals.set(shaped);
      };
    })
    .exhaustive();
}
