import { describe, expect, test } from 'vitest';
import {
  braytonCycle,
  carnotCycle,
  finiteTimeBalance,
  ottoCycle,
  stirlingCycle,
} from '../../../src/physics/index.js';
import { runCycle } from '../../../src/simulator/nonequilibrium/index.js';

// The textbook efficiencies of an ideal gas with gamma = 2; in d = 3 and below T = 0.2 the toy gas has U = R T to a part in 1,000.
describe.each([
  {
    name: 'Carnot',
    cycle: carnotCycle({ temperatureRatio: 2, volumeRatio: 2 }),
    start: { temperature: 0.2, effectiveLearningRate: 0.01 },
    efficiency: 0.5,
  },
  {
    name: 'Stirling',
    cycle: stirlingCycle({ temperatureRatio: 2, volumeRatio: 4 }),
    start: { temperature: 0.2, effectiveLearningRate: 0.01 },
    efficiency: 0.36747,
  },
  {
    name: 'Otto',
    cycle: ottoCycle({ compressionRatio: 1.5, temperatureRatio: 2 }),
    start: { temperature: 0.2 / 3, effectiveLearningRate: 0.01 / 3 },
    efficiency: 1 / 3,
  },
  {
    name: 'Brayton',
    cycle: braytonCycle({ pressureRatio: 4, temperatureRatio: 2 }),
    start: { temperature: 0.05, effectiveLearningRate: 0.0025 },
    efficiency: 0.5,
  },
])('a slow $name cycle', ({ cycle, start, efficiency }) => {
  test(`has the efficiency ${efficiency.toFixed(5)} within 2 %, and the first law closes within 1 %`, async () => {
    const run = await runCycle(cycle, start);
    expect(run.efficiency.standardError / efficiency).toBeLessThan(0.01);
    expect(Math.abs(run.efficiency.value / efficiency - 1)).toBeLessThan(0.02);
    expect(run.firstLaw.standardError).toBeLessThan(0.01);
    expect(Math.abs(run.firstLaw.value)).toBeLessThan(0.01);
    expect(run.entropyProduction.value).toBeGreaterThan(-4 * run.entropyProduction.standardError);
  });
});

describe('a hasty Carnot cycle, moved by weight decay', () => {
  test('loses half of its work at greatest power, as the loss of its legs has it', async () => {
    const cycle = carnotCycle({ temperatureRatio: 2, volumeRatio: 2 });
    const expected = finiteTimeBalance(
      cycle,
      { temperature: 0.2, volume: 0.5, pressure: 0.4 },
      { effectiveLearningRate: 0.01, legSteps: 2040 },
    );
    const run = await runCycle(cycle, {
      legSteps: 2040,
      every: 102,
      cornerSteps: 10_200,
      drive: 'feedForward',
    });
    expect(expected.efficiency).toBeCloseTo(0.2611, 4);
    // To first order in 1 / N: what is left out is smaller than the errors here.
    expect(run.efficiency.standardError).toBeLessThan(0.004);
    expect(Math.abs(run.efficiency.value - expected.efficiency!)).toBeLessThan(
      4 * run.efficiency.standardError,
    );
    expect(Math.abs(run.netWork.value / expected.netWork - 1)).toBeLessThan(0.02);
    expect(run.entropyProduction.value).toBeGreaterThan(4 * run.entropyProduction.standardError);
  });
});
