import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import {
  requireCount,
  requireFinite,
  requireKnownNames,
  requireNonNegative,
  requirePositive,
  ThermoError,
} from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { requireOneOf } from '../definition/requireOneOf.js';
import { requireShare } from '../definition/requireShare.js';
import { scheduleOf } from '../definition/scheduleOf.js';
import type { NumberOrSchedule, Schedule } from '../schedule.js';

/** Options of `noisy`. */
export interface NoisyOptions {
  /** A whole number of at least 0; the same seed gives the same values. */
  readonly seed: number;
  /** The greatest share by which a value is changed, in (0, 1]; default 0.67. */
  readonly spread?: number;
  /** `normal` (default), cut off at the spread, or `uniform`. */
  readonly distribution?: 'normal' | 'uniform';
  /** Standard deviation of the normal distribution before it is cut off, greater than 0; default 1. */
  readonly deviation?: number;
  /** The first step with noise, at least 0; default 0. */
  readonly from?: number;
  /** The first step without noise again, greater than `from`; left out, there is none. */
  readonly until?: number;
}

/**
 * A schedule with noise in proportion to its value, drawn anew in each step.
 *
 * x(t) = y(t) (1 + xi), |xi| < spread; xi depends on the seed and the whole step alone
 *
 * As noise_range_t, noise_pct, noise_std and noise_seed of timm's schedulers, with another generator.
 *
 * @throws ThermoError for options out of their ranges, or a deviation given with uniform noise, which has none.
 */
export function noisy(schedule: NumberOrSchedule, options: NoisyOptions): Schedule {
  const of = scheduleOf('noisy', schedule);
  requireKnownNames('noisy', options, ['seed', 'spread', 'distribution', 'deviation', 'from', 'until']);
  const { seed, spread = 0.67, distribution = 'normal', deviation, from = 0, until } = options;
  requireCount('seed of noisy', seed, 0);
  requireShare('spread of noisy', spread);
  requireOneOf('distribution of noisy', distribution, ['normal', 'uniform']);
  if (deviation !== undefined) requirePositive('deviation of noisy', deviation);
  if (deviation !== undefined && distribution === 'uniform') {
    throw new ThermoError(
      'deviation of noisy is given with uniform noise: pass distribution normal, or spread alone',
    );
  }
  requireNonNegative('from of noisy', from);
  if (until !== undefined && requireFinite('until of noisy', until) <= from) {
    throw new ThermoError(`until of noisy is ${until}: pass a step after from, which is ${from}`);
  }
  const draw = distribution === 'uniform' ? uniform(spread) : cutNormal(spread, deviation ?? 1);

  return defineSchedule('noisy', { of, seed, spread, distribution, deviation, from, until }, (step) => {
    const value = of(step);
    if (step < from || (until !== undefined && step >= until)) return value;
    return value * (1 + draw(randomNumbers(seed, Math.floor(step))));
  });
}

/** Numbers in [0, 1) that depend on the seed and the step alone. */
function randomNumbers(seed: number, step: number): () => number {
  // Knuth's multiplier spreads neighbouring seeds over the generator's, so that one's steps are not the next one's.
  const generator = mersenne(Math.imul(seed, 0x9e3779b1) + step);
  return () => uniformFloat64(generator);
}

function uniform(spread: number): (random: () => number) => number {
  return (random) => spread * (2 * random() - 1);
}

/** A normal number within the spread: drawn again and again until it is, in the way that is most often right at once. */
function cutNormal(spread: number, deviation: number): (random: () => number) => number {
  const isFlat = spread < deviation;
  return (random) => {
    for (;;) {
      const drawn = isFlat ? spread * (2 * random() - 1) : deviation * normal(random);
      const kept = isFlat ? random() < Math.exp(-((drawn / deviation) ** 2) / 2) : Math.abs(drawn) < spread;
      if (kept) return drawn;
    }
  };
}

/** A standard normal number by the method of Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
