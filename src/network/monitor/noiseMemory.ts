import { noiseAverage, type AveragedNoise, type NoiseAverageState, type NoiseSample } from '../noise/index.js';

/** Averages of noise on the unit sphere: of the whole group, and of each variable at its own radius. */
export interface NoiseMemory {
  /** Takes one estimate; `groups` tells which of its variables share a radius (positions in the sample). */
  take(sample: NoiseSample, groups: readonly (readonly number[])[]): void;
  /** The whole's noise; null before the first estimate. */
  readonly whole: AveragedNoise | null;
  /** One variable's noise; null before the first estimate. */
  variable(position: number): AveragedNoise | null;
  readonly state: readonly NoiseAverageState[];
}

/** Averages with the given decay, going on from a saved state. */
export function noiseMemory(decay: number, saved: readonly NoiseAverageState[] = []): NoiseMemory {
  const average = noiseAverage(decay);
  let states = [...saved];
  const read = (position: number): AveragedNoise | null => {
    const state = states[position];
    return state === undefined ? null : average.read(state);
  };
  return {
    take(sample, groups) {
      // Moments on the unit sphere: those of all variables of a group times the squared radius that they share.
      const onSphere = groups.map((members) => {
        const rows = members.map((position) => sample[position]!);
        const squaredRadius = sum(rows.map((row) => row.squaredRadius));
        return {
          noise: sum(rows.map((row) => row.noise)) * squaredRadius,
          signal: sum(rows.map((row) => row.signal)) * squaredRadius,
        };
      });
      const whole = { noise: sum(onSphere.map((g) => g.noise)), signal: sum(onSphere.map((g) => g.signal)) };
      const alone = sample.map(({ noise, signal, squaredRadius }) => ({
        noise: noise * squaredRadius,
        signal: signal * squaredRadius,
      }));
      states = [whole, ...alone].map((estimate, i) => average.update(states[i] ?? average.empty, estimate));
    },
    get whole() {
      return read(0);
    },
    variable: (position) => read(1 + position),
    get state() {
      return states;
    },
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
