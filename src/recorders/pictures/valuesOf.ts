import type { Point } from '../../control/index.js';

/** A number at a step. */
export interface SteppedValue {
  readonly step: number;
  readonly value: number;
}

/** The finite values of one field, each with its step. */
export function valuesOf(points: readonly Point[], field: string): SteppedValue[] {
  const values: SteppedValue[] = [];
  for (const point of points) {
    const value = point[field];
    if (typeof value === 'number' && Number.isFinite(value)) values.push({ step: point.step, value });
  }
  return values;
}
