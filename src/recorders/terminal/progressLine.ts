import type { Point } from '../../control/index.js';
import { gap } from './fitRow.js';
import { ascii } from './glyphs.js';
import { readingsOf } from './readings.js';

/** A state as one plain line: "step 40/400  isotherm  T 2.100e-3 +- 3.0e-5  V 0.481  Z 1.04  loss 0.234  lr 0.0200  8 s left". */
export function progressLine(point: Point, total: number, time: string): string {
  const { phase, temperature, volume, compressibility, loss, learningRate } = readingsOf(
    point,
    ascii.plusMinus,
  );
  return [
    `step ${point.step}/${total}`,
    phase,
    temperature,
    volume,
    compressibility,
    loss,
    learningRate,
    time,
  ]
    .filter((text) => text !== '')
    .join(gap);
}
