import { match } from 'ts-pattern';
import type { Control } from '../../../control/index.js';
import { radiusAtFixedEffectiveLearningRate, radiusAtFixedLearningRate } from '../../../physics/index.js';

const midpoints = 64;

/**
 * The mean of r^2 over the last steps of a run that began at r = 1, over its stationary value: 1 once all is settled. By the
 * closed forms of small steps; at eta_eff = 1e-3 two million steps are only four relaxation times.
 *
 * @param secondMoment M, held.
 * @param steps how long the run is.
 * @param last the steps that the mean is over, the last ones.
 */
export function transient(control: Control, secondMoment: number, steps: number, last: number): number {
  const squaredRadiusAt = (steps: number): number =>
    match(control)
      .with(
        { protocol: 'fixedLearningRate' },
        (held) => radiusAtFixedLearningRate({ ...held, initialRadius: 1, steps, secondMoment }) ** 2,
      )
      .with(
        { protocol: 'fixedEffectiveLearningRate' },
        (held) => radiusAtFixedEffectiveLearningRate({ ...held, initialRadius: 1, steps, secondMoment }) ** 2,
      )
      .with({ protocol: 'fixedSphere' }, ({ radius }) => radius ** 2)
      .exhaustive();
  let sum = 0;
  for (let i = 0; i < midpoints; i++) sum += squaredRadiusAt(steps - (last * (i + 0.5)) / midpoints);
  return sum / midpoints / squaredRadiusAt(1e9 * steps);
}
