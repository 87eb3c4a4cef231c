import { drawNormals } from './drawNormals';
import * as place from './place';
import { DECAY, DEVIATION, MOMENTUM, rateOf, STRENGTH } from './rows';
import { pressureOf, rescaleOf, shareOf } from './stretch';
import { addTo, ENERGY, HEATING, SECOND_MOMENT, SPHERE_PRESSURE, SQUARED_RADIUS, SUMS } from './sums';

const STATE: usize = 64;

/**
 * Steps in any dimension: see forceInSpace.ts and move.ts, whose order of operations this is. Components go in pairs, each
 * of the two with its own sums; one that is there for evenness alone has no weight and no noise.
 */
// @ts-ignore: decorator
@inline
export function moveInSpace(
  quadratic: bool,
  hasMomentum: bool,
  rescaled: bool,
  steps: usize,
  stepStride: usize,
  groupStride: usize,
): void {
  const zero = f32x4.splat(0);
  const size = place.components * 16;
  const groups = place.groups;
  const coefficients = place.coefficients;
  const deviations = place.deviations;
  const normals = place.normals;
  let table = place.table;
  let generator = place.generator;
  let sums = place.sums;
  let weights = place.weights;
  let velocity = place.velocity;
  for (let group: usize = 0; group < groups; group++) {
    let row = table;
    for (let step: usize = 0; step < steps; step++) {
      drawNormals(generator, normals, place.components >> 1);

      let q0 = zero;
      let q1 = zero;
      let e0 = zero;
      let e1 = zero;
      for (let i: usize = 0; i < size; i += 32) {
        const w0 = v128.load(weights + i);
        const w1 = v128.load(weights + i, 16);
        q0 = f32x4.add(q0, f32x4.mul(w0, w0));
        q1 = f32x4.add(q1, f32x4.mul(w1, w1));
        let c0 = v128.load32_splat(coefficients + (i >> 2));
        let c1 = v128.load32_splat(coefficients + (i >> 2), 4);
        if (quadratic) {
          c0 = f32x4.mul(c0, w0);
          c1 = f32x4.mul(c1, w1);
        }
        e0 = f32x4.add(e0, f32x4.mul(c0, w0));
        e1 = f32x4.add(e1, f32x4.mul(c1, w1));
      }
      const squaredRadius = f32x4.add(q0, q1);
      const inverseRadius = f32x4.div(f32x4.splat(1), f32x4.sqrt(squaredRadius));
      const inverseSquare = f32x4.mul(inverseRadius, inverseRadius);
      let height = f32x4.mul(f32x4.add(e0, e1), inverseRadius);
      if (quadratic) height = f32x4.mul(height, inverseRadius);
      const strength = v128.load(row, STRENGTH);
      addTo(sums + SQUARED_RADIUS, squaredRadius);
      addTo(sums + ENERGY, f32x4.mul(strength, height));

      const deviation = v128.load(row, DEVIATION);
      const twice = f32x4.add(inverseRadius, inverseRadius);
      let along0 = zero;
      let along1 = zero;
      for (let i: usize = 0; i < size; i += 32) {
        const w0 = v128.load(weights + i);
        const w1 = v128.load(weights + i, 16);
        let g0 = v128.load32_splat(coefficients + (i >> 2));
        let g1 = v128.load32_splat(coefficients + (i >> 2), 4);
        if (quadratic) {
          g0 = f32x4.mul(f32x4.mul(g0, w0), twice);
          g1 = f32x4.mul(f32x4.mul(g1, w1), twice);
        }
        const n0 = f32x4.mul(v128.load32_splat(deviations + (i >> 2)), v128.load(normals + i));
        const n1 = f32x4.mul(v128.load32_splat(deviations + (i >> 2), 4), v128.load(normals + i, 16));
        const f0 = f32x4.add(f32x4.mul(strength, g0), f32x4.mul(deviation, n0));
        const f1 = f32x4.add(f32x4.mul(strength, g1), f32x4.mul(deviation, n1));
        v128.store(normals + i, f0);
        v128.store(normals + i, f1, 16);
        along0 = f32x4.add(along0, f32x4.mul(f0, w0));
        along1 = f32x4.add(along1, f32x4.mul(f1, w1));
      }
      const along = f32x4.mul(f32x4.mul(f32x4.add(along0, along1), inverseRadius), inverseRadius);

      const rate = rateOf(row, squaredRadius);
      const decay = v128.load(row, DECAY);
      const momentum = v128.load(row, MOMENTUM);
      const keeps = f32x4.gt(momentum, zero);
      let m0 = zero;
      let m1 = zero;
      let speed0 = zero;
      let speed1 = zero;
      let carried0 = zero;
      let carried1 = zero;
      for (let i: usize = 0; i < size; i += 32) {
        const w0 = v128.load(weights + i);
        const w1 = v128.load(weights + i, 16);
        const t0 = f32x4.sub(v128.load(normals + i), f32x4.mul(along, w0));
        const t1 = f32x4.sub(v128.load(normals + i, 16), f32x4.mul(along, w1));
        m0 = f32x4.add(m0, f32x4.mul(t0, t0));
        m1 = f32x4.add(m1, f32x4.mul(t1, t1));
        let p0 = f32x4.add(f32x4.mul(t0, inverseRadius), f32x4.mul(decay, w0));
        let p1 = f32x4.add(f32x4.mul(t1, inverseRadius), f32x4.mul(decay, w1));
        if (hasMomentum) {
          const v0 = v128.load(velocity + i);
          const v1 = v128.load(velocity + i, 16);
          carried0 = f32x4.add(carried0, f32x4.mul(w0, v0));
          carried1 = f32x4.add(carried1, f32x4.mul(w1, v1));
          p0 = f32x4.add(f32x4.mul(momentum, v0), p0);
          p1 = f32x4.add(f32x4.mul(momentum, v1), p1);
          v128.store(velocity + i, v128.and(p0, keeps));
          v128.store(velocity + i, v128.and(p1, keeps), 16);
        }
        if (rescaled) {
          speed0 = f32x4.add(speed0, f32x4.mul(p0, p0));
          speed1 = f32x4.add(speed1, f32x4.mul(p1, p1));
        }
        v128.store(weights + i, f32x4.sub(w0, f32x4.mul(rate, p0)));
        v128.store(weights + i, f32x4.sub(w1, f32x4.mul(rate, p1)), 16);
      }
      const secondMoment = f32x4.add(m0, m1);
      addTo(sums + SECOND_MOMENT, secondMoment);
      addTo(sums + HEATING, f32x4.mul(f32x4.mul(rate, inverseSquare), secondMoment));
      if (rescaled) {
        const twiceCarried = f32x4.mul(f32x4.add(momentum, momentum), f32x4.add(carried0, carried1));
        const share = shareOf(rate, f32x4.add(speed0, speed1), twiceCarried, inverseSquare);
        addTo(sums + SPHERE_PRESSURE, pressureOf(row, share, inverseSquare));
        const rescale = rescaleOf(row, share, inverseRadius);
        for (let i: usize = 0; i < size; i += 16) {
          v128.store(weights + i, f32x4.mul(v128.load(weights + i), rescale));
        }
      }
      row += stepStride;
    }
    table += groupStride;
    generator += STATE;
    sums += SUMS;
    weights += size;
    velocity += size;
  }
}
