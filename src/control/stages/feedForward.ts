import { feedForwardWeightDecay } from '../../physics/index.js';
import type { Control } from '../control.js';
import type { Observation } from '../observation.js';
import { effectiveLearningRateOf } from './effectiveLearningRateOf.js';
import type { PacedPath } from './ratios.js';
import type { StageStart } from './stage.js';

/** Windows between observations over which a lag behind the path is made up: half of it a window is stable and quick. */
const windowsToCatchUp = 2;

/**
 * Sets the weight decay that takes the volume along the path: d ln V / dt = -2 eta_eff lambda r^2 + eta_eff^2 M, solved for
 * lambda at the path's rate of change.
 *
 * r^2 is the measured one, carried on from the newest observation, not the path's: outwards lambda is negative and acts
 * in proportion to r^2, so that a volume that lags would fall ever further behind. What it lags is made up at the same time.
 */
export function feedForward(
  start: StageStart,
  observed: Observation,
  radius: number,
  path: PacedPath,
): (elapsed: number, observations: readonly Observation[]) => Control {
  const { control } = start;
  const effectiveLearningRate = effectiveLearningRateOf(control, radius);
  return (elapsed, observations) => {
    const newest = observations.at(-1) ?? observed;
    const observedAt = Math.max(0, newest.step - start.step);
    const now = path(elapsed);
    const lag = Math.log((radius ** 2 * path(observedAt).volume) / newest.radius ** 2);
    const catchUpRate = lag / (windowsToCatchUp * newest.window);
    const age = elapsed - observedAt;
    const squaredRadius =
      newest.radius ** 2 * (now.volume / path(observedAt).volume) * Math.exp(catchUpRate * age);
    const weightDecay = feedForwardWeightDecay({
      effectiveLearningRate: effectiveLearningRate * now.temperature,
      momentum: control.momentum,
      secondMoment: newest.secondMoment,
      squaredRadius,
      logVolumeRate: Math.log(path(elapsed + 1).volume / now.volume) + catchUpRate,
    });
    return control.protocol === 'fixedLearningRate'
      ? { ...control, learningRate: control.learningRate * now.temperature * now.volume, weightDecay }
      : {
          protocol: 'fixedEffectiveLearningRate',
          effectiveLearningRate: effectiveLearningRate * now.temperature,
          weightDecay,
          momentum: control.momentum,
        };
  };
}
