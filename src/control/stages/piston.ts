import type { Control } from '../control.js';
import { effectiveLearningRateOf } from './effectiveLearningRateOf.js';
import type { PacedPath } from './ratios.js';
import type { StageStart } from './stage.js';

/** Prescribes the volume: a sphere whose radius moves along the path, step by step, whatever the protocol was. */
export function piston(
  { control }: StageStart,
  radius: number,
  path: PacedPath,
): (elapsed: number) => Control {
  const effectiveLearningRate = effectiveLearningRateOf(control, radius);
  return (elapsed) => ({
    protocol: 'fixedSphere',
    effectiveLearningRate: effectiveLearningRate * path(elapsed).temperature,
    radius: radius * Math.sqrt(path(elapsed + 1).volume),
    momentum: control.momentum,
  });
}
