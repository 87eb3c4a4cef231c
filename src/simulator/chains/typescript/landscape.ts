import { match } from 'ts-pattern';
import type { Energy } from '../../energies/energy.js';
import { dotProduct } from './dotProduct.js';

const single = Math.fround;

/** f and its gradient with respect to u, in the single precision order of the SIMD kernel. */
export interface Landscape {
  /**
   * f at the direction of the weights from `at` on; writes df/du into `gradient`.
   * @param inverseRadius 1 / r of those weights.
   */
  look(weights: Float32Array, at: number, inverseRadius: number, gradient: Float32Array): number;
}

/** The landscape of an energy. A user's own is computed in double precision and rounded. */
export function landscapeOf(energy: Energy, dimension: number): Landscape {
  return match(energy)
    .with({ kind: 'linear' }, ({ direction }) => linear(Float32Array.from(direction)))
    .with({ kind: 'quadratic' }, ({ coefficients }) => quadratic(Float32Array.from(coefficients)))
    .with({ kind: 'own' }, ({ value, gradient: writeGradient }): Landscape => {
      const direction = new Float64Array(dimension);
      const slope = new Float64Array(dimension);
      return {
        look(weights, at, _, gradient) {
          directionOf(weights, at, direction);
          writeGradient(direction, slope);
          gradient.set(slope);
          return value(direction);
        },
      };
    })
    .exhaustive();
}

function linear(direction: Float32Array): Landscape {
  return {
    look(weights, at, inverseRadius, gradient) {
      gradient.set(direction);
      const product = dotProduct(direction, 0, weights, at, direction.length);
      return single(product * inverseRadius);
    },
  };
}

function quadratic(coefficients: Float32Array): Landscape {
  return {
    look(weights, at, inverseRadius, gradient) {
      const twice = single(inverseRadius + inverseRadius);
      for (let i = 0; i < coefficients.length; i += 1) {
        gradient[i] = single(coefficients[i]! * weights[at + i]!);
      }
      const form = dotProduct(gradient, 0, weights, at, coefficients.length);
      for (let i = 0; i < coefficients.length; i += 1) gradient[i] = single(gradient[i]! * twice);
      return single(single(form * inverseRadius) * inverseRadius);
    },
  };
}

/** u of the weights from `at` on, in double precision. */
export function directionOf(weights: Float32Array, at: number, direction: Float64Array): void {
  let squaredRadius = 0;
  for (let i = 0; i < direction.length; i += 1) squaredRadius += weights[at + i]! ** 2;
  const inverseRadius = 1 / Math.sqrt(squaredRadius);
  for (let i = 0; i < direction.length; i += 1) direction[i] = weights[at + i]! * inverseRadius;
}
