import { match } from 'ts-pattern';
import type { Control, Protocol } from '../../../control/index.js';
import { logspace } from './logspace.js';
import type { StudyCell } from './studyCell.js';

/**
 * The published grid of a protocol, row by row: eta or eta_eff from 1e-3 to 1e-1, and lambda from 1e-3 to 1e-1 or, on a
 * sphere, r from 0.1 to 10; each spread evenly in its logarithm.
 *
 * @param points values of each coordinate, 17 as published.
 * @see arXiv 2511.07308
 */
export function studyGrid(protocol: Protocol, points: number): StudyCell[] {
  const rates = logspace(1e-3, 1e-1, points);
  const constraints = protocol === 'fixedSphere' ? logspace(0.1, 10, points) : rates;
  return rates.flatMap((rate, row) =>
    constraints.map((constraint, column) => ({
      protocol,
      row,
      column,
      rate,
      constraint,
      control: controlOf(protocol, rate, constraint),
    })),
  );
}

function controlOf(protocol: Protocol, rate: number, constraint: number): Control {
  return match(protocol)
    .with('fixedLearningRate', (protocol) => ({
      protocol,
      learningRate: rate,
      weightDecay: constraint,
      momentum: 0,
    }))
    .with('fixedEffectiveLearningRate', (protocol) => ({
      protocol,
      effectiveLearningRate: rate,
      weightDecay: constraint,
      momentum: 0,
    }))
    .with('fixedSphere', (protocol) => ({
      protocol,
      effectiveLearningRate: rate,
      radius: constraint,
      momentum: 0,
    }))
    .exhaustive();
}
