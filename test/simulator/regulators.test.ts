import { describe, expect, test } from 'vitest';
import {
  barostat,
  controller,
  equilibrate,
  memoryRecorder,
  regulate,
  settlingTime,
  thermostat,
  volumeRegulator,
  type ControlSettings,
  type Point,
  type Regulator,
} from '../../src/index.js';
import { ensemble, linearEnergy, simulate } from '../../src/simulator/index.js';

const [dimension, every, responseTime] = [16, 20, 100];
/** The step at which sigma doubles, and with it the temperature fourfold. */
const disturbedAt = 2000;

/** Points of a gas in equilibrium at T = .005 that regulators take over, and whose noise doubles in mid-run. */
async function disturbed(
  settings: ControlSettings,
  regulators: readonly Regulator[],
): Promise<readonly Point[]> {
  const recorder = memoryRecorder();
  const body = await ensemble({ dimension, chains: 500, seed: 3, energy: linearEnergy({ dimension }) });
  try {
    await simulate({
      body,
      controller: controller(settings, [
        equilibrate({ tolerance: 0.03, observations: 8, atMost: 1000 }),
        regulate(regulators, { steps: 10_000 }),
      ]),
      noiseDeviation: (step) => (step < disturbedAt ? 1 : 2),
      steps: 6000,
      every,
      recorders: [recorder],
    });
  } finally {
    await body.dispose();
  }
  return recorder.points;
}

const numbers = (points: readonly Point[], name: string) => points.map((point) => Number(point[name]));

describe('on the simulator, by the code that drives a network', () => {
  test.each<[string, ControlSettings]>([
    ['fixed effective learning rate', { effectiveLearningRate: 0.01, weightDecay: 0.05 }],
    ['fixed learning rate', { learningRate: 0.01, weightDecay: 0.05 }],
    ['fixed sphere', { effectiveLearningRate: 0.01, radius: 1 }],
  ])(
    'a thermostat at %s brings T back within 2 %% in its settling time, without overshoot',
    async (_, settings) => {
      const points = await disturbed(settings, [thermostat({ responseTime })]);
      const before = points.findLast(({ step }) => step <= disturbedAt)!;
      const after = points.filter(({ step }) => step > disturbedAt);
      const ratios = numbers(after, 'temperature').map(
        (temperature) => temperature / Number(before.temperature),
      );
      // ln 4 is 1.39: .39 at the greatest pace, then ln(1 / ln 1.02) response times, and a window.
      const back = settlingTime({ factor: 4, tolerance: 0.02, responseTime, window: every });
      expect(back).toBeCloseTo(455, 0);
      expect(ratios[0]).toBeGreaterThan(3.5);
      after.forEach(({ step }, i) => {
        if (step - disturbedAt > back) expect(Math.abs(ratios[i]! - 1)).toBeLessThan(0.02);
      });
      // Overshoot would be below: a tenth is allowed, none is seen beyond the drift of the radius.
      expect(Math.min(...ratios)).toBeGreaterThan(0.98);
    },
  );

  test('a volume regulator and a thermostat hold V and T together', async () => {
    const points = await disturbed({ effectiveLearningRate: 0.01, weightDecay: 0.05 }, [
      thermostat({ responseTime }),
      volumeRegulator({ responseTime: 200 }),
    ]);
    const before = points.findLast(({ step }) => step <= disturbedAt)!;
    const last = points.slice(-50);
    for (const name of ['temperature', 'volume'] as const) {
      const mean = numbers(last, name).reduce((sum, value) => sum + value, 0) / last.length;
      // 500 chains: the volume of each scatters by some percent, their mean by far less than one.
      expect(Math.abs(mean / Number(before[name]) - 1)).toBeLessThan(0.01);
    }
  });

  test('a barostat on the sphere lets the radius give way until the gas bears the pressure', async () => {
    const points = await disturbed({ effectiveLearningRate: 0.01, radius: 1 }, [
      barostat({ setPoint: 0.1, responseTime: 200 }),
    ]);
    const last = points.slice(-50);
    const mean = (name: string) => numbers(last, name).reduce((sum, value) => sum + value, 0) / last.length;
    expect(mean('pressure')).toBeCloseTo(0.1, 2);
    // p = (d - 1) T_tot / r^2.
    const gasLaw = (0.1 * 2 * mean('volume')) / ((dimension - 1) * mean('totalTemperature'));
    expect(Math.abs(gasLaw - 1)).toBeLessThan(0.015);
  });
});
