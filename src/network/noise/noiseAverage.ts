import { exponentialAverage, type AverageState } from '../../physics/index.js';

/** What is remembered of a series of noise estimates: plain JSON. */
export interface NoiseAverageState {
  readonly noise: AverageState;
  readonly squaredNoise: AverageState;
  readonly signal: AverageState;
  readonly count: number;
}

/** An average with its standard error, which is null until two estimates count: with decay 0 only the last one ever does. */
export interface AveragedNoise {
  readonly noise: number;
  readonly noiseError: number | null;
  readonly signal: number;
}

/** The arithmetic of averaged noise; the state is the caller's to keep. */
export interface NoiseAverage {
  readonly empty: NoiseAverageState;
  /** The state after one more estimate. */
  update(
    state: NoiseAverageState,
    estimate: { readonly noise: number; readonly signal: number },
  ): NoiseAverageState;
  /** The averages; null before the first estimate. */
  read(state: NoiseAverageState): AveragedNoise | null;
}

/**
 * Bias-corrected exponential averages of noise and signal, with the standard error of the noise from the scatter of the
 * estimates, which are independent.
 *
 * With weights w_i that sum to 1, var(mean) = s^2 sum w_i^2 / (1 - sum w_i^2), s^2 the weighted scatter; for decay b and n
 * values sum w_i^2 = (1 - b)(1 + b^n) / ((1 + b)(1 - b^n)).
 *
 * @param decay what a value keeps of its weight from one estimate to the next, in [0, 1).
 */
export function noiseAverage(decay: number): NoiseAverage {
  const average = exponentialAverage(decay);
  return {
    empty: { noise: average.empty, squaredNoise: average.empty, signal: average.empty, count: 0 },
    update: (state, { noise, signal }) => ({
      noise: average.update(state.noise, noise),
      squaredNoise: average.update(state.squaredNoise, noise ** 2),
      signal: average.update(state.signal, signal),
      count: state.count + 1,
    }),
    read(state) {
      const noise = average.mean(state.noise);
      const squaredNoise = average.mean(state.squaredNoise);
      const signal = average.mean(state.signal);
      if (noise === null || squaredNoise === null || signal === null) return null;
      const aged = decay ** state.count;
      const squaredWeights = ((1 - decay) * (1 + aged)) / ((1 + decay) * (1 - aged));
      const scatter = Math.max(0, squaredNoise - noise ** 2);
      const noiseError =
        state.count < 2 || squaredWeights >= 1
          ? null
          : Math.sqrt((scatter * squaredWeights) / (1 - squaredWeights));
      return { noise, noiseError, signal };
    },
  };
}
