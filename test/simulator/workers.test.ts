import type { Worker } from 'node:worker_threads';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Control, Observation } from '../../src/control/index.js';
import type { Conditions, WorkerPool } from '../../src/simulator/index.js';
import { bundledSimulator } from './bundledSimulator.js';

type Simulator = Awaited<ReturnType<typeof bundledSimulator>>;

let simulator: Simulator;
let threads: Worker[] = [];
const pools: WorkerPool[] = [];
const noteThread = (worker: Worker): void => void threads.push(worker);

beforeAll(async () => {
  simulator = await bundledSimulator();
});
beforeEach(() => {
  threads = [];
  process.on('worker', noteThread);
});
afterEach(async () => {
  process.off('worker', noteThread);
  for (const pool of pools.splice(0)) await pool.dispose();
});

const startPool = (workers: number): WorkerPool => {
  const pool = simulator.nodeWorkers(workers);
  pools.push(pool);
  return pool;
};

const control: Control = {
  protocol: 'fixedEffectiveLearningRate',
  effectiveLearningRate: 0.01,
  weightDecay: 0.02,
  momentum: 0.5,
};
const conditions = (count: number): Conditions[] =>
  Array.from({ length: count }, () => ({ control, deviation: 1, strength: 1 }));

interface Outcome {
  readonly observation: Observation;
  readonly weights: Float32Array;
}

/** A window that is sent to the workers, one that is too small to be, and one that is again. */
async function outcome(pool?: WorkerPool, steps = 250): Promise<Outcome> {
  const gas = await simulator.ensemble({
    dimension: 20,
    chains: 1001,
    ...(pool === undefined ? {} : { pool }),
  });
  await gas.run(conditions(steps));
  await gas.run(conditions(3));
  const observation = await gas.run(conditions(steps));
  const weights = await gas.weights();
  await gas.dispose();
  return { observation, weights };
}

describe('workers', () => {
  test.each([2, 3])(
    '%i of them give the same observations and weights as none, bit for bit',
    async (count) => {
      const alone = await outcome();
      expect(threads).toHaveLength(0);
      expect(await outcome(startPool(count))).toEqual(alone);
      expect(threads).toHaveLength(count);
    },
  );

  test('that die have their chunks done again, and the result is the same', async () => {
    const steps = 5000;
    const alone = await outcome(undefined, steps);
    const shared = outcome(startPool(2), steps);
    while (threads.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    // Chunks follow each other closely, so that threads die over them.
    for (const victim of [0, 1, 2]) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      await threads[victim]!.terminate();
    }
    expect(await shared).toEqual(alone);
    expect(threads).toHaveLength(5);
  });

  test('that die over a task again and again end it with an error that names it', async () => {
    const kill = (worker: Worker): void => void worker.terminate();
    process.on('worker', kill);
    try {
      await expect(outcome(startPool(2))).rejects.toThrow(/^3 workers died over the task advanceBlock/);
    } finally {
      process.off('worker', kill);
    }
  });

  test('pass on what is refused, as a refusal', async () => {
    const pool = startPool(2);
    const gas = await simulator.ensemble({ dimension: 20, chains: 1000, pool });
    const wrong = conditions(250).with(100, { control, deviation: -1, strength: 1 });
    await expect(gas.run(wrong)).rejects.toMatchObject({
      name: 'ThermoError',
      message: expect.stringMatching(/deviation.*-1/),
    });
  });

  test('reject what is under way when they are disposed of', async () => {
    const pool = startPool(2);
    const gas = await simulator.ensemble({ dimension: 20, chains: 1000, pool });
    const running = gas.run(conditions(2500));
    while (threads.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    await Promise.all([expect(running).rejects.toThrow('the workers were disposed'), pool.dispose()]);
    await expect(gas.run(conditions(2500))).rejects.toThrow('the workers were disposed');
  });

  test('are refused with a function, which cannot be sent', async () => {
    const noise = simulator.ownNoise(() => undefined);
    await expect(simulator.ensemble({ dimension: 3, noise, pool: startPool(2) })).rejects.toThrow(
      /^pool is given with a function of your own/,
    );
  });

  test('are refused where there are none', () => {
    expect(() => simulator.nodeWorkers(0)).toThrow(/^workers is 0/);
  });
});
