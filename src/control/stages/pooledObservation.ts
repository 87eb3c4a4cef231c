import type { Observation } from '../observation.js';

/** One observation over the windows of two that follow each other under one control: means over the steps of both. */
export function pooledObservation(earlier: Observation, later: Observation): Observation {
  const window = earlier.window + later.window;
  const mean = (of: (observation: Observation) => number): number =>
    (earlier.window * of(earlier) + later.window * of(later)) / window;
  const meanOrNull = (name: 'loss' | 'noise'): number | null =>
    earlier[name] === null || later[name] === null ? null : mean((observation) => observation[name]!);
  const secondMoment = mean((observation) => observation.secondMoment);
  const heating = mean((observation) => observation.effectiveLearningRate * observation.secondMoment);
  return {
    ...later,
    window,
    squaredRadius: mean((observation) => observation.squaredRadius),
    loss: meanOrNull('loss'),
    secondMoment,
    effectiveLearningRate: secondMoment === 0 ? later.effectiveLearningRate : heating / secondMoment,
    pressure: mean((observation) => observation.pressure),
    noise: meanOrNull('noise'),
    guarded: mean((observation) => observation.guarded),
  };
}
