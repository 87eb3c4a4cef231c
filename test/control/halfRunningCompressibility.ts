import { radiusAtFixedLearningRate } from '../../src/physics/index.js';

/**
 * Z_tot over the second half of `steps` steps at a fixed learning rate in closed form: the mean of pV over that of R T_tot,
 * both along r^4(t) = r*^4 + (r0^4 - r*^4) e^(-4 eta lambda t), by the midpoint rule.
 */
export function halfRunningCompressibility(
  gas: Omit<Parameters<typeof radiusAtFixedLearningRate>[0], 'steps'>,
  steps: number,
): number {
  const points = 2000;
  let work = 0;
  let heat = 0;
  for (let i = 0; i < points; i += 1) {
    const time = (steps * (points + i + 0.5)) / (2 * points);
    const squaredRadius = radiusAtFixedLearningRate({ ...gas, steps: time }) ** 2;
    // p V = lambda r^2 / 2 and R T_tot = (eta / r^2) M / 4.
    work += (gas.weightDecay * squaredRadius) / 2;
    heat += (gas.learningRate * gas.secondMoment) / (4 * squaredRadius);
  }
  return work / heat;
}
