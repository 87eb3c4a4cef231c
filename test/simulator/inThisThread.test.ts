import { describe, expect, test } from 'vitest';
import { advanceBlock } from '../../src/simulator/ensemble/advanceBlock.js';
import { packed } from '../../src/simulator/ensemble/packedConditions.js';
import { inThisThread, isotropicNoise, linearEnergy, loadKernel } from '../../src/simulator/index.js';

const gas = { dimension: 4, chains: 5, energy: linearEnergy({ dimension: 4 }), noise: isotropicNoise() };
const conditions = packed([
  {
    control: { protocol: 'fixedSphere', effectiveLearningRate: 0.1, radius: 2, momentum: 0 },
    deviation: 1,
    strength: 1,
  },
]);

async function block(): Promise<Parameters<typeof advanceBlock>[0]['block']> {
  const weights = new Float32Array(20).fill(1);
  const chains = (await loadKernel()).chains({ ...gas, seed: 1, firstChain: 0, weights });
  return { gas, state: chains.save() };
}

describe('no workers but this thread', () => {
  test('run a task to the same result', async () => {
    const task = { block: await block(), conditions };
    expect(await inThisThread().run('advanceBlock', task)).toEqual(await advanceBlock(task));
  });

  test('let timers have their turn between tasks, and go on after one that failed', async () => {
    const pool = inThisThread();
    const task = { block: await block(), conditions };
    const order: string[] = [];
    const ran = [task, { ...task, conditions: conditions.map(() => Number.NaN) }, task].map((given, i) =>
      pool.run('advanceBlock', given).then(
        () => order.push(`task ${i}`),
        () => order.push(`task ${i} failed`),
      ),
    );
    setTimeout(() => order.push('timer'), 0);
    await Promise.all(ran);
    expect(order).toEqual(['timer', 'task 0', 'task 1 failed', 'task 2']);
  });
});
