import { match } from 'ts-pattern';
import { requireCount, requireFinite, requireKnownNames, ThermoError } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { requireOneOf } from '../definition/requireOneOf.js';
import type { Schedule } from '../schedule.js';

/** The way down of `warmUpStableDecay`: the share of the height that is left after a fraction f of it. */
export type DecayForm = 'linear' | 'cosine' | 'oneMinusSquareRoot' | 'exponential';

/** Options of `warmUpStableDecay`. */
export interface WarmUpStableDecayOptions {
  /** The value between warm-up and decay. */
  readonly peak: number;
  /** The value at step 0, at most `peak`; default 0. */
  readonly from?: number;
  /** The value from step `steps` on, at most `peak`; default 0. */
  readonly to?: number;
  /** n, all steps of the run, at least 1. */
  readonly steps: number;
  /** w, the steps of the warm-up, a straight line; at least 0. */
  readonly warmUpSteps: number;
  /** c, the steps of the decay, at least 1; with the warm-up's at most `steps`. */
  readonly decaySteps: number;
  /** The way down; default linear. Exponential needs `peak` and `to` above 0. */
  readonly decay?: DecayForm;
}

/**
 * Warm-up, a long stay at the peak, and a decay at the very end (WSD, trapezoidal).
 *
 * from + (peak - from) t / w while t < w; peak until n - c; then with f = (t - n + c) / c
 * to + (peak - to) e(f), e(f) = 1 - f, (1 + cos(pi f)) / 2 or 1 - sqrt(f), or peak (to / peak)^f (exponential)
 *
 * As transformers.get_wsd_schedule, whose decay types are linear, cosine and 1-sqrt.
 *
 * @throws ThermoError for values that are not finite or out of order, lengths that are no whole numbers, or a warm-up and
 *   a decay that are longer than the run.
 * @see S. Hu et al., arXiv 2404.06395; A. Hägele et al., arXiv 2405.18392
 */
export function warmUpStableDecay(options: WarmUpStableDecayOptions): Schedule {
  const known = ['peak', 'from', 'to', 'steps', 'warmUpSteps', 'decaySteps', 'decay'];
  requireKnownNames('warmUpStableDecay', options, known);
  const { peak, from = 0, to = 0, steps, warmUpSteps, decaySteps, decay = 'linear' } = options;
  requireFinite('peak of warmUpStableDecay', peak);
  requireAtMostPeak('from', from, peak);
  requireAtMostPeak('to', to, peak);
  requireCount('steps of warmUpStableDecay', steps);
  requireCount('warmUpSteps of warmUpStableDecay', warmUpSteps, 0);
  requireCount('decaySteps of warmUpStableDecay', decaySteps);
  if (warmUpSteps + decaySteps > steps) {
    throw new ThermoError(
      `warmUpSteps and decaySteps of warmUpStableDecay are ${warmUpSteps} and ${decaySteps}, longer than the run of ${steps} steps: shorten them, or raise steps`,
    );
  }
  requireOneOf('decay of warmUpStableDecay', decay, [
    'linear',
    'cosine',
    'oneMinusSquareRoot',
    'exponential',
  ]);
  const down = wayDown(decay, peak, to);

  return defineSchedule(
    'warmUpStableDecay',
    { peak, from, to, steps, warmUpSteps, decaySteps, decay },
    (step) => {
      if (step < warmUpSteps) return from + (peak - from) * (step / warmUpSteps);
      if (step >= steps) return to;
      const start = steps - decaySteps;
      return step <= start ? peak : down((step - start) / decaySteps);
    },
  );
}

/** The value after a fraction of the way from the peak to the end. */
function wayDown(decay: DecayForm, peak: number, to: number): (fraction: number) => number {
  if (decay === 'exponential' && !(to > 0)) {
    throw new ThermoError(
      `to of warmUpStableDecay is ${to}: pass a number greater than 0, which an exponential decay can reach`,
    );
  }
  return match(decay)
    .with('linear', () => (fraction: number) => peak + (to - peak) * fraction)
    .with('cosine', () => (fraction: number) => to + ((peak - to) * (1 + Math.cos(Math.PI * fraction))) / 2)
    .with('oneMinusSquareRoot', () => (fraction: number) => peak + (to - peak) * Math.sqrt(fraction))
    .with('exponential', () => (fraction: number) => peak * (to / peak) ** fraction)
    .exhaustive();
}

function requireAtMostPeak(name: 'from' | 'to', value: number, peak: number): void {
  requireFinite(`${name} of warmUpStableDecay`, value);
  if (value > peak) {
    throw new ThermoError(
      `${name} of warmUpStableDecay is ${value}: pass a number of at most peak, which is ${peak}`,
    );
  }
}
