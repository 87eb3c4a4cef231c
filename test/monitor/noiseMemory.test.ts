import { describe, expect, test } from 'vitest';
import { noiseMemory } from '../../src/network/monitor/noiseMemory.js';

const finite = { noise: 2, signal: 1, squaredRadius: 3 };

describe('an estimate that is not finite', () => {
  test.each([
    ['noise', { ...finite, noise: Number.NaN }],
    ['signal', { ...finite, signal: Number.POSITIVE_INFINITY }],
    ['squaredRadius', { ...finite, squaredRadius: Number.NaN }],
  ])('in its %s leaves every average as it was', (_, broken) => {
    const memory = noiseMemory(0.8);
    memory.take([finite, finite], [[0], [1]]);
    memory.take([finite, broken], [[0], [1]]);
    expect(memory.state.whole).toMatchObject([{ count: 1 }]);
    memory.take([finite, finite], [[0], [1]]);
    expect(memory.whole!.noise).toBeCloseTo(12, 12);
    expect(memory.group(1)!.noise).toBeCloseTo(6, 12);
    expect(memory.variable(0)!.signal).toBeCloseTo(3, 12);
  });
});
