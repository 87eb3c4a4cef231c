import { expect, test } from 'vitest';
import { runCli } from './runCli.js';

test('bench simulator ends with its figures in one line, and says on the side whether it is linear', async () => {
  const { code, stdout, stderr } = await runCli(['bench', 'simulator', '--json']);
  expect(code).toBe(0);
  const figures = JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<string, number | null>;
  expect(Object.keys(figures)).toEqual([
    'nsPerChainStep',
    'nsPerChainStepAllCores',
    'nsPerComponentStep',
    'speedupOverTorch',
  ]);
  const { speedupOverTorch, ...times } = figures;
  for (const time of Object.values(times)) expect(time).toBeGreaterThan(0);
  if (speedupOverTorch === null) expect(stderr).toMatch(/PyTorch loop: not measured \(.+\)/);
  else expect(speedupOverTorch).toBeGreaterThan(30);
  expect(stderr).toContain('kernel: wasm');
  const [chains, steps, dimension] = /to the power of ([\d.]+), ([\d.]+) and ([\d.]+)/
    .exec(stderr)!
    .slice(1)
    .map(Number);
  for (const exponent of [chains!, steps!, dimension!]) expect(Math.abs(exponent - 1)).toBeLessThan(0.05);
});
