import { meanReading } from './meanReading.js';
import type { HeatCapacityReading } from './withEntropy.js';

/** The means of a window, and V after its last step. */
export interface WindowReading extends HeatCapacityReading {
  readonly volumeAfter: number;
}

/**
 * The readings of a leg between the means of the corners about it. A window stands in them twice, where it began and where
 * it ended, so that its work is its mean pressure times the change of volume: the pressure of a feed-forward jumps where
 * a leg begins, which the mean of neighbouring windows would blur.
 */
export function legReadings({
  before,
  windows,
  after,
}: {
  /** Windows of the corner before. */
  readonly before: readonly WindowReading[];
  readonly windows: readonly WindowReading[];
  /** Windows of the corner after. */
  readonly after: readonly WindowReading[];
}): readonly HeatCapacityReading[] {
  const [cornerBefore, cornerAfter] = [meanReading(before), meanReading(after)];
  const ends = [before.at(-1)!, ...windows].map(({ volumeAfter }) => volumeAfter);
  return [
    cornerBefore,
    { ...cornerBefore, volume: ends[0]! },
    ...windows.flatMap(({ volumeAfter, ...means }, index) => [
      { ...means, volume: ends[index]! },
      { ...means, volume: volumeAfter },
    ]),
    { ...cornerAfter, volume: ends.at(-1)! },
    cornerAfter,
  ];
}
