import { mean } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { lnSphereArea, vonMisesFisherEntropy } from '../../src/physics/index.js';
import { directionEntropy, type EntropyForm, entropyRing } from '../../src/simulator/entropy/index.js';
import { vonMisesFisherSample } from './vonMisesFisherSample.js';

// Biases found with one set of 1,000 samples each by another program, to three digits. The deviation is that of such a set,
// from 100 (d = 3) to 3 (d = 100) sets of this one. A mean over sets must agree within 4 standard errors of the difference.
const biases: readonly {
  dimension: number;
  concentration: number;
  sets: number;
  deviation: number;
  bias: Record<EntropyForm, number>;
}[] = [
  {
    dimension: 3,
    concentration: 10,
    sets: 20,
    deviation: 0.06,
    bias: { geodesic: -0.015, angles: -0.018, standardisedAngles: -0.008 },
  },
  {
    dimension: 10,
    concentration: 100,
    sets: 5,
    deviation: 0.09,
    bias: { geodesic: 0.067, angles: 1, standardisedAngles: 0.24 },
  },
  {
    dimension: 30,
    concentration: 300,
    sets: 2,
    deviation: 0.17,
    bias: { geodesic: 2.3, angles: 5.4, standardisedAngles: 2.4 },
  },
  {
    dimension: 100,
    concentration: 1000,
    sets: 1,
    deviation: 0.23,
    bias: { geodesic: 17.5, angles: 33, standardisedAngles: 17.2 },
  },
];

describe.each(biases)(
  'of 1,000 von Mises-Fisher directions at d = $dimension, kappa = $concentration',
  (at) => {
    const { dimension, concentration, sets, deviation, bias } = at;
    const drawn = Array.from({ length: sets }, (_, set) =>
      vonMisesFisherSample(1000, at, 100 * dimension + set),
    );

    test.each(['geodesic', 'angles', 'standardisedAngles'] as const)(
      'the form %s has the known bias',
      (form) => {
        const found = mean(drawn.map((weights) => directionEntropy(weights, { dimension, form }).nats));
        const off = found - vonMisesFisherEntropy({ dimension, concentration }) - bias[form];
        expect(Math.abs(off)).toBeLessThan(4 * deviation * Math.sqrt(1 + 1 / sets));
      },
    );

    test('the ring is as far off', () => {
      const { length } = drawn[0]!;
      const ring = entropyRing({ capacity: 1000, dimension });
      for (let row = 0; row < length; row += dimension) ring.push(drawn[0]!.subarray(row, row + dimension));
      const { nats } = directionEntropy(drawn[0]!, { dimension });
      expect(ring.entropy().nats).toBeCloseTo(nats, 5);
    });
  },
);

// The deviation of an estimate in the plane or space is about .055 at N = 1,000; 20 sets, 4 standard errors, and a bias of at
// most .01 from the curvature of the density.
describe('in two and three dimensions', () => {
  test.each([
    [2, 0],
    [2, 5],
    [3, 0],
    [3, 1],
    [3, 1000],
  ])('the entropy at d = %i, kappa = %f is right to .06 nat in every form', (dimension, concentration) => {
    const truth =
      concentration === 0 ? lnSphereArea(dimension) : vonMisesFisherEntropy({ dimension, concentration });
    const sets = Array.from({ length: 20 }, (_, set) =>
      vonMisesFisherSample(1000, { dimension, concentration }, 31 * set + concentration),
    );
    for (const form of ['geodesic', 'angles', 'standardisedAngles'] as const) {
      const found = mean(sets.map((weights) => directionEntropy(weights, { dimension, form }).nats));
      expect(Math.abs(found - truth)).toBeLessThan(0.06);
    }
  });

  test('the tenth neighbour gives the same with less scatter', () => {
    const at = { dimension: 3, concentration: 10 };
    const off = Array.from({ length: 20 }, (_, set) => {
      const weights = vonMisesFisherSample(1000, at, 500 + set);
      return directionEntropy(weights, { dimension: 3, neighbour: 10 }).nats - vonMisesFisherEntropy(at);
    });
    // psi'(10) = .105 in place of pi^2/6: a deviation of about .04, nearly all of it that of -ln p.
    expect(Math.abs(mean(off))).toBeLessThan(0.05);
  });
});

test('an estimate says from what it is, and whether it means anything by itself', () => {
  const weights = vonMisesFisherSample(1000, { dimension: 3, concentration: 10 }, 7);
  expect(directionEntropy(weights, { dimension: 3, form: 'angles', neighbour: 2 })).toMatchObject({
    samples: 1000,
    form: 'angles',
    neighbour: 2,
    meaningfulOnlyInDifferences: false,
  });
  // (d - 1) N^(-2/(d-1)): 9 * 300^(-2/9) = 2.5.
  expect(directionEntropy(weights.subarray(0, 3000), { dimension: 10 })).toMatchObject({
    samples: 300,
    form: 'geodesic',
    neighbour: 1,
    meaningfulOnlyInDifferences: true,
  });
});

// Two directions a right angle apart: eps = pi/2 twice, N - 1 = 1, so H = -psi(1) + ln V_m + m ln(pi/2).
describe('two directions at right angles', () => {
  test('on the circle have the entropy gamma + ln 2 + ln(pi/2)', () => {
    const { nats } = directionEntropy(new Float64Array([1, 0, 0, 5]), { dimension: 2 });
    expect(nats).toBeCloseTo(0.5772156649 + Math.log(2) + Math.log(Math.PI / 2), 9);
  });

  test('on the sphere have the entropy gamma + ln pi + 2 ln(pi/2)', () => {
    const { nats } = directionEntropy(new Float64Array([1, 0, 0, 0, 0, 2]), { dimension: 3 });
    expect(nats).toBeCloseTo(0.5772156649 + Math.log(Math.PI) + 2 * Math.log(Math.PI / 2), 9);
  });

  // (0, 1, 1) and (1, 0, 1) have the angles (pi/2, pi/4) and (pi/4, pi/2), sines 1 and sqrt(1/2).
  test('by their angles count the volume element', () => {
    const { nats } = directionEntropy(new Float64Array([0, 1, 1, 1, 0, 1]), { dimension: 3, form: 'angles' });
    const distance = Math.hypot(Math.PI / 4, Math.PI / 4);
    const logVolume = Math.log(Math.SQRT1_2) / 2;
    expect(nats).toBeCloseTo(0.5772156649 + Math.log(Math.PI) + 2 * Math.log(distance) + logVolume, 9);
  });

  // Each angle has two values pi/4 apart, so a deviation of pi/8, and the distance is 2 sqrt(2) of them.
  test('by standardised angles count their scale', () => {
    const { nats } = directionEntropy(new Float64Array([0, 1, 1, 1, 0, 1]), {
      dimension: 3,
      form: 'standardisedAngles',
    });
    const logVolume = Math.log(Math.SQRT1_2) / 2 + 2 * Math.log(Math.PI / 8);
    expect(nats).toBeCloseTo(0.5772156649 + Math.log(Math.PI) + 2 * Math.log(2 * Math.SQRT2) + logVolume, 9);
  });
});

test('copies count as 1e-8 apart', () => {
  const { nats } = directionEntropy(new Float32Array([1, 2, 3, 2, 4, 6, 0.5, 1, 1.5]), {
    dimension: 3,
    form: 'geodesic',
  });
  expect(nats).toBeCloseTo(Math.log(2) + 0.5772156649 + Math.log(Math.PI) + 2 * Math.log(1e-8), 9);
});
