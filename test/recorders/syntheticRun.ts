import type { Point } from '../../src/control/index.js';

/**
 * The points of a plausible run, without chance: a gas of 15,048 weights on an isotherm that relaxes to equilibrium,
 * then cooled to a hundredth along T V = const; the test set evaluated every 200 steps.
 */
export function syntheticRun(steps = 2000): Point[] {
  const gasConstant = (15_048 - 1) / 2;
  const points: Point[] = [];
  for (let step = 20; step <= steps; step += 20) {
    const cooling = Math.max(0, (step - 1000) / 1000);
    const wobble = 1 + 0.06 * Math.sin(step / 37) * Math.cos(step / 11);
    const volume = (0.5 + 0.9 * (1 - Math.exp(-step / 250))) * (1 + 3 * cooling);
    const totalTemperature = 2.6e-6 * wobble * (1 + 2 * Math.exp(-step / 120)) * 100 ** -cooling;
    const temperature = totalTemperature * (0.4 + 0.2 * cooling);
    const pressure = step <= 1000 ? 0.02 : 0.02 * 170 ** -cooling;
    const measured = step % 40 === 0;
    points.push({
      step,
      phase: step <= 1000 ? 'isotherm' : 'adiabat',
      temperature: measured ? temperature : null,
      totalTemperature,
      pressure,
      volume,
      dimension: 15_048,
      compressibility: measured ? (pressure * volume) / (gasConstant * temperature) : null,
      totalCompressibility: (pressure * volume) / (gasConstant * totalTemperature),
      internalEnergy: (0.05 + 2.2 * Math.exp(-step / 150)) * (1 - 0.7 * cooling) * wobble,
    });
    if (step % 200 === 0) {
      points.push({
        step,
        phase: step <= 1000 ? 'isotherm' : 'adiabat',
        testAccuracy: 0.985 - 0.3 * Math.exp(-step / 200),
        testLoss: 0.06 + Math.exp(-step / 200),
      });
    }
  }
  return points;
}
