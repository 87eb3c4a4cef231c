import { describe, expect, test } from 'vitest';
import { lawChecks, type LawResult } from '../../../src/experiments/laws/index.js';

const options = { seed: 1, signal: new AbortController().signal, onProgress: () => {} };

async function resultsOf(name: keyof typeof lawChecks): Promise<readonly LawResult[]> {
  const results: LawResult[] = [];
  for await (const result of lawChecks[name](options)) results.push(result);
  return results;
}

describe('relaxation', () => {
  test('follows its closed forms, the adiabat T V = const, and a feed-forward what the quasi-static path cannot', async () => {
    const results = await resultsOf('relaxation');
    const value = (name: string): number => results.find((result) => result.name.includes(name))!.value;
    expect(results.filter(({ verdict }) => verdict !== 'within')).toEqual([]);
    // d = 3, sigma = 1, eta = lambda = .01 from r0 = 2: 1 + 15 exp(-4e-4 t), and the logistic curve of r^2.
    expect(Math.abs(value('r^4 after 1000 steps') / 11.0548 - 1)).toBeLessThan(0.001);
    expect(Math.abs(value('r^2 after 5000 steps') / 1.38104 - 1)).toBeLessThan(0.002);
    expect(Math.abs(value('T V after') - 1)).toBeLessThan(0.01);
    expect(Math.abs(value('10000 steps, quasiStatic') - 0.83)).toBeLessThan(0.005);
    expect(value('400 steps, quasiStatic')).toBeGreaterThan(0.5);
    expect(Math.abs(value('400 steps, feedForward'))).toBeLessThan(0.03);
  });
});

test('pacings leave what they are known to leave', async () => {
  expect((await resultsOf('pacings')).map(({ verdict }) => verdict)).toEqual(
    Array.from({ length: 10 }, () => 'within'),
  );
});
