import { rateOf, type Control } from '../../control/index.js';

/** What the host knows of the steps of a window, as plain JSON. */
export interface WindowCount {
  readonly steps: number;
  /** Those whose loss was shown. */
  readonly losses: number;
  /** a of the steps taken together: 1 / (1 - a) is the mean of theirs, weighted by their rates. */
  readonly momentum: number;
  /** The sum of their rates. */
  readonly rates: number;
}

/** A window of no steps. */
export const nothingCounted: WindowCount = { steps: 0, losses: 0, momentum: 0, rates: 0 };

/** The window with one step more. A momentum that stands still comes out to the last bit. */
export function counted(window: WindowCount, control: Control, isLossShown: boolean): WindowCount {
  const rates = window.rates + rateOf(control);
  return {
    steps: window.steps + 1,
    losses: window.losses + (isLossShown ? 1 : 0),
    momentum:
      window.rates === 0
        ? control.momentum
        : together(window.momentum, control.momentum, rateOf(control) / rates),
    rates,
  };
}

/** a of 1 / (1 - a) = (1 - share) / (1 - before) + share / (1 - next), as what it differs from `before` by. */
function together(before: number, next: number, share: number): number {
  const change = share * (1 - before) * (next - before);
  return before + change / ((1 - share) * (1 - next) + share * (1 - before));
}
