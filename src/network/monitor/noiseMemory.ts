import {
  noiseAverage,
  type AveragedNoise,
  type NoiseAverageState,
  type NoiseSample,
  type VariableNoise,
} from '../noise/index.js';

/** Averages of noise on the unit sphere: of the whole, of each group at its radius, of each variable at its own. */
export interface NoiseMemory {
  /** Takes one estimate, unless it is not finite: an average would never forget it. `groups` tells which of its variables share a radius (positions in the sample). */
  take(sample: NoiseSample, groups: readonly (readonly number[])[]): void;
  /** The noise of everything together; null before the first estimate. */
  readonly whole: AveragedNoise | null;
  /** The noise of one group; null before the first estimate. */
  group(position: number): AveragedNoise | null;
  /** The noise of one variable; null before the first estimate. */
  variable(position: number): AveragedNoise | null;
  readonly state: NoiseMemoryState;
}

/** What is remembered, as plain JSON. */
export interface NoiseMemoryState {
  readonly whole: readonly NoiseAverageState[];
  readonly groups: readonly NoiseAverageState[];
  readonly variables: readonly NoiseAverageState[];
}

/** Averages with the given decay, going on from a saved state. */
export function noiseMemory(
  decay: number,
  saved: NoiseMemoryState = { whole: [], groups: [], variables: [] },
): NoiseMemory {
  const average = noiseAverage(decay);
  let state = saved;
  const read = (states: readonly NoiseAverageState[], position: number): AveragedNoise | null => {
    const held = states[position];
    return held === undefined ? null : average.read(held);
  };
  const updated = (
    states: readonly NoiseAverageState[],
    estimates: readonly Moments[],
  ): NoiseAverageState[] =>
    estimates.map((estimate, i) => average.update(states[i] ?? average.empty, estimate));

  return {
    take(sample, groups) {
      if (!sample.every(isFinite)) return;
      const perGroup = groups.map((members) => onSphere(members.map((position) => sample[position]!)));
      state = {
        whole: updated(state.whole, [
          {
            noise: sum(perGroup.map(({ noise }) => noise)),
            signal: sum(perGroup.map(({ signal }) => signal)),
          },
        ]),
        groups: updated(state.groups, perGroup),
        variables: updated(
          state.variables,
          sample.map((variable) => onSphere([variable])),
        ),
      };
    },
    get whole() {
      return read(state.whole, 0);
    },
    group: (position) => read(state.groups, position),
    variable: (position) => read(state.variables, position),
    get state() {
      return state;
    },
  };
}

interface Moments {
  readonly noise: number;
  readonly signal: number;
}

function isFinite({ noise, signal, squaredRadius }: VariableNoise): boolean {
  return [noise, signal, squaredRadius].every(Number.isFinite);
}

/** Moments on the unit sphere: those of all variables of a group times the squared radius that they share. */
function onSphere(variables: NoiseSample): Moments {
  const squaredRadius = sum(variables.map((variable) => variable.squaredRadius));
  return {
    noise: sum(variables.map(({ noise }) => noise)) * squaredRadius,
    signal: sum(variables.map(({ signal }) => signal)) * squaredRadius,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
