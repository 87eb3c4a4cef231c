import { expect, test } from 'vitest';
import { controller, fluctuationDissipation } from '../../src/control/index.js';
import { radiusAtFixedLearningRate } from '../../src/physics/index.js';
import { memoryRecorder } from '../../src/recorders/memoryRecorder.js';
import { ensemble, simulate } from '../../src/simulator/index.js';
import { halfRunningCompressibility } from '../control/halfRunningCompressibility.js';

const dimension = 16;
const chains = 64;
const every = 5;
const tolerance = 0.05;
const weightDecay = 0.1;
/** A force of noise alone: M = sigma^2 (d - 1). */
const secondMoment = dimension - 1;

test('the fluctuation-dissipation rule cools a simulated gas when the closed form says: after equilibrium, not on the way', async () => {
  const body = await ensemble({ dimension, chains, radius: 2 });
  const recorder = memoryRecorder();
  const process = fluctuationDissipation({ rateFactor: 0.2, times: 2, tolerance, atLeast: 20 });
  await simulate({
    body,
    controller: controller({ learningRate: 0.04, weightDecay }, process),
    strength: 0,
    steps: 12_000,
    every,
    recorders: [recorder],
  });
  const { points } = recorder;
  let from = 0;
  let initialRadius = 2;
  for (const [i, learningRate] of [0.04, 0.008].entries()) {
    const own = points.filter(({ phase }) => phase === `rate ${i + 1} of 3`);
    const steps = own.at(-1)!.step - from;
    const law = { initialRadius, learningRate, weightDecay, secondMoment };
    // Z_tot over n / 2 steps scatters by that of the mean |g|^2, sqrt(2 / (d - 1)) a step and chain, and by that of r^2, whose
    // relative variance in equilibrium is eta lambda / (d - 1) a chain.
    const scatter = Math.sqrt(
      2 / (secondMoment * chains * (steps / 2)) + (learningRate * weightDecay) / (secondMoment * chains),
    );
    // Two readings and a block of the history either way, as for the gas without scatter.
    const slack = 2 * every + steps / 32;
    const deviationAt = (time: number): number => Math.abs(halfRunningCompressibility(law, time) - 1);
    expect(deviationAt(steps + slack)).toBeLessThan(tolerance + 5 * scatter);
    expect(deviationAt(steps - slack)).toBeGreaterThan(tolerance - 5 * scatter);
    // By then the volume itself has long been settled.
    const stationary = (learningRate * secondMoment) / (2 * weightDecay);
    const deviation = radiusAtFixedLearningRate({ ...law, steps }) ** 4 / stationary - 1;
    expect(Math.abs(deviation)).toBeLessThan(tolerance / 5);
    from = own.at(-1)!.step;
    initialRadius = Math.sqrt(own.at(-1)!['squaredRadius'] as number);
  }
  expect(points.at(-1)!['phase']).toBe('rate 2 of 3');
});
