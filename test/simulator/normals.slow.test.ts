import { describe, test } from 'vitest';
import { expectNormal } from './expectNormal.js';
import { normalsStatistics } from './normalsStatistics.js';

describe('the normals of the SIMD kernel', () => {
  test('have the moments, tails, correlations and density of the normal distribution over 10^9 draws', async () => {
    expectNormal(await normalsStatistics(1e9, 2));
  });
});
