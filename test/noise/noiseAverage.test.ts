import { expect, test } from 'vitest';
import { noiseAverage } from '../../src/network/noise/index.js';

const averaged = (decay: number, noises: readonly number[]) => {
  const average = noiseAverage(decay);
  return average.read(
    noises.reduce((state, noise) => average.update(state, { noise, signal: 2 * noise }), average.empty),
  );
};

test('with decay 0 the average is the last estimate, whose scatter is not known', () => {
  expect(averaged(0, [1, 3, 5])).toEqual({ noise: 5, noiseError: null, signal: 10 });
});

test('with decay 0.5 two estimates weigh 1/3 and 2/3, and give a standard error', () => {
  const read = averaged(0.5, [1, 4])!;
  expect(read.noise).toBeCloseTo(3, 12);
  expect(read.signal).toBeCloseTo(6, 12);
  // s^2 = 1/3 + 32/3 - 9 = 2 and sum w^2 = 5/9: 2 (5/9) / (4/9) = 2.5.
  expect(read.noiseError).toBeCloseTo(Math.sqrt(2.5), 12);
});
