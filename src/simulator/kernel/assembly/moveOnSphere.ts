import { drawNormals } from './drawNormals';
import * as place from './place';
import { DECAY, DEVIATION, MOMENTUM, rateOf, STRENGTH } from './rows';
import { pressureOf, rescaleOf, shareOf } from './stretch';
import { addTo, ENERGY, HEATING, SECOND_MOMENT, SPHERE_PRESSURE, SQUARED_RADIUS, SUMS } from './sums';

/** Groups that step in turn, so that the processor works at one while another waits for what its own last step gave. */
const TILE: usize = 4;
/** Steps whose normals are drawn at once. */
const BLOCK: usize = 32;
/** Bytes of the normals of a group in a block. */
const DRAWN: usize = 32 * 32;
/** Bytes of the weights of a group, a fourth component being there for evenness alone. */
const WEIGHTS: usize = 64;
const STATE: usize = 64;

/** The products summed in the order of dotProduct.ts. */
// @ts-ignore: decorator
@inline
function dot(a0: v128, a1: v128, a2: v128, b0: v128, b1: v128, b2: v128): v128 {
  return f32x4.add(f32x4.add(f32x4.mul(a0, b0), f32x4.mul(a2, b2)), f32x4.mul(a1, b1));
}

/** Steps in three dimensions under isotropic noise: see forceOnSphere.ts and move.ts, whose order of operations this is. */
// @ts-ignore: decorator
@inline
export function moveOnSphere(
  quadratic: bool,
  hasMomentum: bool,
  rescaled: bool,
  steps: usize,
  stepStride: usize,
  groupStride: usize,
): void {
  const c0 = v128.load32_splat(place.coefficients);
  const c1 = v128.load32_splat(place.coefficients, 4);
  const c2 = v128.load32_splat(place.coefficients, 8);
  const groups = place.groups;
  const normals = place.normals;
  let table = place.table;
  let generator = place.generator;
  let sums = place.sums;
  let weights = place.weights;
  let velocity = place.velocity;
  for (let first: usize = 0; first < groups; first += TILE) {
    const members = min(TILE, groups - first);
    for (let begin: usize = 0; begin < steps; begin += BLOCK) {
      const length = min(BLOCK, steps - begin);
      for (let member: usize = 0; member < members; member++) {
        drawNormals(generator + STATE * member, normals + DRAWN * member, length);
      }
      for (let step: usize = 0; step < length; step++) {
        for (let member: usize = 0; member < members; member++) {
          const row = table + (begin + step) * stepStride + member * groupStride;
          const at = weights + WEIGHTS * member;
          const sum = sums + SUMS * member;
          const x = v128.load(at);
          const y = v128.load(at, 16);
          const z = v128.load(at, 32);
          const squaredRadius = dot(x, y, z, x, y, z);
          const radius = f32x4.sqrt(squaredRadius);
          const inverseRadius = f32x4.div(f32x4.splat(1), radius);
          const inverseSquare = f32x4.mul(inverseRadius, inverseRadius);
          addTo(sum + SQUARED_RADIUS, squaredRadius);

          const factor = f32x4.div(f32x4.splat(1), f32x4.add(radius, f32x4.abs(z)));
          const side = v128.and(z, i32x4.splat(0x80000000));
          const u0 = f32x4.mul(x, inverseRadius);
          const u1 = f32x4.mul(y, inverseRadius);
          const scaled = f32x4.mul(u0, factor);
          const a0 = f32x4.sub(f32x4.splat(1), f32x4.mul(scaled, x));
          const both = f32x4.mul(scaled, y);
          const b1 = f32x4.sub(f32x4.splat(1), f32x4.mul(f32x4.mul(u1, factor), y));

          let g0 = c0;
          let g1 = c1;
          let g2 = c2;
          let height = f32x4.mul(dot(c0, c1, c2, x, y, z), inverseRadius);
          if (quadratic) {
            const twice = f32x4.add(inverseRadius, inverseRadius);
            g0 = f32x4.mul(c0, x);
            g1 = f32x4.mul(c1, y);
            g2 = f32x4.mul(c2, z);
            height = f32x4.mul(f32x4.mul(dot(g0, g1, g2, x, y, z), inverseRadius), inverseRadius);
            g0 = f32x4.mul(g0, twice);
            g1 = f32x4.mul(g1, twice);
            g2 = f32x4.mul(g2, twice);
          }
          g2 = v128.xor(g2, side);
          const strength = v128.load(row, STRENGTH);
          addTo(sum + ENERGY, f32x4.mul(strength, height));

          const alongA = f32x4.sub(f32x4.sub(f32x4.mul(g0, a0), f32x4.mul(g1, both)), f32x4.mul(g2, u0));
          const alongB = f32x4.sub(f32x4.sub(f32x4.mul(g1, b1), f32x4.mul(g0, both)), f32x4.mul(g2, u1));
          const deviation = v128.load(row, DEVIATION);
          const drawn = normals + DRAWN * member + 32 * step;
          const pullA = f32x4.add(f32x4.mul(strength, alongA), f32x4.mul(deviation, v128.load(drawn)));
          const pullB = f32x4.add(f32x4.mul(strength, alongB), f32x4.mul(deviation, v128.load(drawn, 16)));
          const secondMoment = f32x4.add(f32x4.mul(pullA, pullA), f32x4.mul(pullB, pullB));
          addTo(sum + SECOND_MOMENT, secondMoment);
          const t0 = f32x4.sub(f32x4.mul(pullA, a0), f32x4.mul(pullB, both));
          const t1 = f32x4.sub(f32x4.mul(pullB, b1), f32x4.mul(pullA, both));
          const minusT2 = v128.xor(f32x4.add(f32x4.mul(pullA, u0), f32x4.mul(pullB, u1)), side);

          const rate = rateOf(row, squaredRadius);
          addTo(sum + HEATING, f32x4.mul(f32x4.mul(rate, inverseSquare), secondMoment));
          const decay = v128.load(row, DECAY);
          let p0 = f32x4.add(f32x4.mul(t0, inverseRadius), f32x4.mul(decay, x));
          let p1 = f32x4.add(f32x4.mul(t1, inverseRadius), f32x4.mul(decay, y));
          let p2 = f32x4.sub(f32x4.mul(decay, z), f32x4.mul(minusT2, inverseRadius));
          let twiceCarried = f32x4.splat(0);
          if (hasMomentum) {
            const moving = velocity + WEIGHTS * member;
            const v0 = v128.load(moving);
            const v1 = v128.load(moving, 16);
            const v2 = v128.load(moving, 32);
            const momentum = v128.load(row, MOMENTUM);
            twiceCarried = f32x4.mul(f32x4.add(momentum, momentum), dot(x, y, z, v0, v1, v2));
            p0 = f32x4.add(f32x4.mul(momentum, v0), p0);
            p1 = f32x4.add(f32x4.mul(momentum, v1), p1);
            p2 = f32x4.add(f32x4.mul(momentum, v2), p2);
            const keeps = f32x4.gt(momentum, f32x4.splat(0));
            v128.store(moving, v128.and(p0, keeps));
            v128.store(moving, v128.and(p1, keeps), 16);
            v128.store(moving, v128.and(p2, keeps), 32);
          }
          let newX = f32x4.sub(x, f32x4.mul(rate, p0));
          let newY = f32x4.sub(y, f32x4.mul(rate, p1));
          let newZ = f32x4.sub(z, f32x4.mul(rate, p2));
          if (rescaled) {
            const share = shareOf(rate, dot(p0, p1, p2, p0, p1, p2), twiceCarried, inverseSquare);
            addTo(sum + SPHERE_PRESSURE, pressureOf(row, share, inverseSquare));
            const rescale = rescaleOf(row, share, inverseRadius);
            newX = f32x4.mul(newX, rescale);
            newY = f32x4.mul(newY, rescale);
            newZ = f32x4.mul(newZ, rescale);
          }
          v128.store(at, newX);
          v128.store(at, newY, 16);
          v128.store(at, newZ, 32);
        }
      }
    }
    table += groupStride * members;
    generator += STATE * members;
    sums += SUMS * members;
    weights += WEIGHTS * members;
    velocity += WEIGHTS * members;
  }
}
