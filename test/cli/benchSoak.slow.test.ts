import { expect, test } from 'vitest';
import type { Soak } from '../../src/experiments/benchmarks/index.js';
import { startCli } from './runCli.js';

const seconds = 20;
const commandLine = ['bench', 'soak', '--json', '--minutes'];

/** Holds what must be so after any time: each point in every file and seen by every viewer, and no tensor left. */
function expectWhole(stdout: string): Soak {
  const soaked = JSON.parse(stdout.trim().split('\n').at(-1)!) as Soak;
  const { recorded, inFiles, seen } = soaked.points;
  expect(recorded).toBeGreaterThan(0);
  expect(inFiles).toEqual({ jsonLines: recorded, csv: recorded, tensorboard: recorded });
  expect(seen).toEqual({ normal: recorded, slow: recorded, comingAndGoing: recorded });
  expect(soaked.leakedTensors).toBe(0);
  return soaked;
}

test('a soak loses no point and leaks no tensor', async () => {
  const { code, stdout } = await startCli([...commandLine, String(seconds / 60)]).done;
  expect(code).toBe(0);
  expect(expectWhole(stdout).minutes).toBeGreaterThanOrEqual(seconds / 60);
});

test('Ctrl-C ends a soak with what was measured', async () => {
  const cli = startCli([...commandLine, '30']);
  while (!cli.output().includes('minute ') && cli.child.exitCode === null)
    await new Promise((wake) => setTimeout(wake, 50));
  cli.child.kill('SIGINT');
  const { code, stdout } = await cli.done;
  expect(code).toBe(0);
  expect(expectWhole(stdout).minutes).toBeLessThan(10);
});
