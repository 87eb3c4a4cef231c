import type { HeldState } from './heldState.js';

/** What a process did to the entropy, in nats a degree of freedom. */
export interface EntropyChange {
  /** As measured, with samples spaced equally in the gas's own time. */
  readonly measured: number;
  /** As measured, with samples spaced equally in steps. */
  readonly bySteps: number;
  /** Of a cold ideal gas, by the T that was measured. */
  readonly expected: number;
  /** The same by T_tot. */
  readonly expectedOfTotal: number;
}

/**
 * The change of entropy between two held states, beside the one of a cold gas, whose direction has the entropy
 * (d - 1)/2 ln T + const (arXiv 2511.07308):
 *
 * dS / (d - 1) = ln(T2 / T1) / 2 + ln(V2 / V1) / 2
 */
export function entropyChange(before: HeldState, after: HeldState): EntropyChange {
  const room = Math.log(after.volume / before.volume) / 2;
  return {
    measured: after.entropy - before.entropy,
    bySteps: after.entropyBySteps - before.entropyBySteps,
    expected: Math.log(after.temperature.value / before.temperature.value) / 2 + room,
    expectedOfTotal: Math.log(after.totalTemperature / before.totalTemperature) / 2 + room,
  };
}
