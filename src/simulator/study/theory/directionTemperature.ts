import { match } from 'ts-pattern';
import type { Protocol } from '../../../control/index.js';

/**
 * The temperature at which steps of finite size keep the direction of the toy model, so that U is this and not T.
 *
 * T (1 / (1 - eta_eff / 2) - k eta_eff T), k = 3 on a sphere, 1 under weight decay
 *
 * From E[mu.u'] = E[mu.u] for u' = (u - y) / sqrt(1 + y^2), y = eta_eff (grad + noise), to second order in eta_eff, in three
 * dimensions. Weight decay shortens w before the step turns it, which makes eta_eff effectively larger by 2 eta_eff T.
 * At eta_eff = 0.1 and T = 0.05 it is 3.75 % above T on a sphere and 4.75 % under weight decay; 3.51(4) % and 4.74(6) % by
 * simulation in double precision.
 */
export function directionTemperature(
  protocol: Protocol,
  temperature: number,
  effectiveLearningRate: number,
): number {
  const curvature = match(protocol)
    .with('fixedSphere', () => 3)
    .with('fixedLearningRate', 'fixedEffectiveLearningRate', () => 1)
    .exhaustive();
  return (
    temperature * (1 / (1 - effectiveLearningRate / 2) - curvature * effectiveLearningRate * temperature)
  );
}
