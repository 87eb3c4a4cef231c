import type { Gas } from '../chainsOptions.js';
import type { DrawForce, Room } from './force.js';
import { landscapeOf } from './landscape.js';
import { standardNormals } from './standardNormals.js';

const single = Math.fround;

/**
 * The force in three dimensions under isotropic noise, whose part along u nobody sees: what is left is isotropic in the
 * tangent plane, so two normals suffice, along any a and b at right angles to each other and to u.
 *
 * With s the sign of u_2 and k = 1 / (1 + |u_2|): a = (1 - k u_0^2, -k u_0 u_1, -s u_0), b = (-k u_0 u_1, 1 - k u_1^2, -s u_1), the
 * basis of Duff et al., Building an orthonormal basis, revisited, JCGT 6(1), 2017, which divides by nothing small.
 */
export function forceOnSphere({ energy }: Gas, { weights, generator, force }: Room): DrawForce {
  const landscape = landscapeOf(energy, 3);
  const normals = new Float32Array(2);
  const gradient = new Float32Array(3);
  return (chain, strength, deviation, standing) => {
    const at = 3 * chain;
    const x = weights[at]!;
    const y = weights[at + 1]!;
    const z = weights[at + 2]!;
    const squaredRadius = single(single(single(x * x) + single(z * z)) + single(y * y));
    const radius = single(Math.sqrt(squaredRadius));
    const inverseRadius = single(1 / radius);
    const height = landscape.look(weights, at, inverseRadius, gradient);
    standardNormals(generator, 4 * chain, normals, 2);

    const isBelow = z < 0 || 1 / z === -Infinity;
    const factor = single(1 / single(radius + Math.abs(z)));
    const u0 = single(x * inverseRadius);
    const u1 = single(y * inverseRadius);
    const scaled = single(u0 * factor);
    const a0 = single(1 - single(scaled * x));
    const both = single(scaled * y);
    const b1 = single(1 - single(single(u1 * factor) * y));

    const g0 = gradient[0]!;
    const g1 = gradient[1]!;
    const g2 = isBelow ? -gradient[2]! : gradient[2]!;
    const alongA = single(single(single(g0 * a0) - single(g1 * both)) - single(g2 * u0));
    const alongB = single(single(single(g1 * b1) - single(g0 * both)) - single(g2 * u1));
    const pullA = single(single(strength * alongA) + single(deviation * normals[0]!));
    const pullB = single(single(strength * alongB) + single(deviation * normals[1]!));
    const opposite = single(single(pullA * u0) + single(pullB * u1));
    force[0] = single(single(pullA * a0) - single(pullB * both));
    force[1] = single(single(pullB * b1) - single(pullA * both));
    force[2] = isBelow ? opposite : -opposite;
    standing.squaredRadius = squaredRadius;
    standing.inverseRadius = inverseRadius;
    standing.energy = single(strength * height);
    standing.secondMoment = single(single(pullA * pullA) + single(pullB * pullB));
  };
}
