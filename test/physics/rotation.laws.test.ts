import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { angleOfStep, equilibriumAngle } from '../../src/physics/index.js';
import { after, startAt } from './secondMoments.js';

const runs = { seed: 19, numRuns: 50 };
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('rotation', () => {
  test('at equilibrium turns by sqrt(2 eta lambda / (1 + a)), whatever the gradient', () => {
    fc.assert(
      fc.property(
        between(0.02, 0.2),
        between(0.02, 0.2),
        between(0, 0.9),
        between(0.1, 10),
        (learningRate, weightDecay, momentum, secondMoment) => {
          const settled = after(20_000, startAt(1), {
            learningRate: () => learningRate,
            weightDecay,
            momentum,
            secondMoment,
          });
          const angle = learningRate * Math.sqrt(settled.squaredVelocity / settled.squaredRadius);
          expect(angle / equilibriumAngle({ learningRate, weightDecay, momentum })).toBeCloseTo(1, 9);
        },
      ),
      runs,
    );
  });

  test('SGD at learning rate .05 and weight decay .01 turns by .0316, with momentum .9 by .0229', () => {
    expect(equilibriumAngle({ learningRate: 0.05, weightDecay: 0.01 })).toBeCloseTo(0.0316228, 7);
    expect(equilibriumAngle({ learningRate: 0.05, weightDecay: 0.01, momentum: 0.9 })).toBeCloseTo(
      0.0229416,
      7,
    );
  });

  test('the angle of a step is the angle between the weights before and after it', () => {
    fc.assert(
      fc.property(
        between(1e-6, Math.PI),
        between(0.1, 10),
        between(0.1, 10),
        (angle, radiusBefore, radiusAfter) => {
          const stepLength = Math.hypot(
            radiusAfter * Math.cos(angle) - radiusBefore,
            radiusAfter * Math.sin(angle),
          );
          const read = angleOfStep({ radiusBefore, radiusAfter, stepLength });
          // Rounded lengths move the sine of the half angle by about 1e-16 of the lengths' ratio squared.
          expect(Math.abs(Math.sin(read / 2) ** 2 - Math.sin(angle / 2) ** 2)).toBeLessThan(1e-12);
        },
      ),
      runs,
    );
  });

  test('a small angle between equal radii keeps its digits', () => {
    const stepLength = 2 * Math.sin(0.5e-6);
    expect(angleOfStep({ radiusBefore: 1, radiusAfter: 1, stepLength }) / 1e-6).toBeCloseTo(1, 12);
  });

  test('a step along the radius turns nothing, and one through the center half a turn', () => {
    expect(angleOfStep({ radiusBefore: 1, radiusAfter: 1.5, stepLength: 0.5 })).toBe(0);
    expect(angleOfStep({ radiusBefore: 1, radiusAfter: 2, stepLength: 3 })).toBeCloseTo(Math.PI, 12);
  });

  test('a radius of zero has no direction', () => {
    expect(() => angleOfStep({ radiusBefore: 0, radiusAfter: 1, stepLength: 1 })).toThrow(
      'radiusBefore is 0: pass a number greater than 0',
    );
  });
});
