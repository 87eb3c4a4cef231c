import type { Control } from '../../control/index.js';
import type { Conditions } from '../chains/conditions.js';
import { addTotals, noTotals, type Totals } from './totals.js';

/** The steps of a run until now. */
export interface Window {
  readonly steps: number;
  /** Sums over chains and steps. */
  readonly totals: Totals;
  /** Sum of sigma^2. */
  readonly variance: number;
  /** Of the last step; null before any. */
  readonly control: Control | null;
}

/** Before any step. */
export const noSteps: Window = { steps: 0, totals: noTotals, variance: 0, control: null };

/** The window with a chunk of steps more. */
export function extended(window: Window, chunk: readonly Conditions[], totals: Totals): Window {
  let { variance } = window;
  for (const { deviation } of chunk) variance += deviation ** 2;
  return {
    steps: window.steps + chunk.length,
    totals: addTotals(window.totals, totals),
    variance,
    control: chunk.at(-1)!.control,
  };
}
