import type { Measurement } from './measurement.js';

const remedies = {
  training: 'lower the learning rate or raise the batch size',
  simulation: 'lower the learning rate, the weight decay or the noise',
};

/** What turned non-finite, and what is known of it before. */
export interface Diverged {
  /** A training unless given. */
  readonly what?: keyof typeof remedies;
  /** The last finite state in words, where there is no measurement to take it from. */
  readonly known?: string | null;
}

/** A training or a simulation turned non-finite. What was recorded until then stays; the last finite state is named. */
export class DivergenceError extends Error {
  override readonly name = 'DivergenceError';
  /** The step after which it was seen. */
  readonly step: number;
  /** The last finite measurement; null when there was none. */
  readonly last: Measurement | null;

  constructor(step: number, last: Measurement | null, { what = 'training', known }: Diverged = {}) {
    const before = known ?? (last === null ? null : describe(last));
    super(
      `${what} turned non-finite by step ${step}; ${before === null ? 'no finite state was measured before' : `last finite state ${before}`}: ${remedies[what]}`,
    );
    this.step = step;
    this.last = last;
  }
}

function describe({ observation, state }: Measurement): string {
  return `at step ${observation.step}: loss ${rounded(state.internalEnergy)}, T_tot ${rounded(state.totalTemperature)}, V ${rounded(state.volume)}, p ${rounded(state.pressure)}, M ${rounded(observation.secondMoment)}`;
}

/** Whether everything that a step rests on is finite. */
export function isFiniteMeasurement({ observation }: Measurement): boolean {
  const { loss, squaredRadius, secondMoment, radius } = observation;
  return [loss ?? 0, squaredRadius, secondMoment, radius].every(Number.isFinite);
}

function rounded(value: number | null): string {
  return value === null ? 'not measured' : value.toPrecision(3);
}
