import type { Schedule } from '../../../src/control/index.js';

/** A schedule beside its values at steps, and where these are from. */
export interface Reference {
  readonly title: string;
  readonly schedule: Schedule;
  /** Step and value: at the beginning, in the middle, at the end and beyond, and wherever the formula turns. */
  readonly values: readonly (readonly [step: number, value: number])[];
  /** The greatest relative difference; 1e-12 for double precision, whose recursive forms add up roundings. */
  readonly accuracy?: number;
  /** Whether it passes from every step to the next without a jump. */
  readonly continuous: boolean;
}

/** What single precision leaves: Keras takes its cosines in it whatever the float type. */
export const singlePrecision = 2e-7;
