import { along, controller, hold } from '../../control/index.js';
import { adiabatic, equilibriumPressure, estimateOf, volume } from '../../physics/index.js';
import { ensemble, simulate } from '../../simulator/index.js';
import type { LawCheckOptions } from './lawCheck.js';
import { lawResult, type LawResult } from './lawResult.js';

/** Cooled to a tenth along an adiabat, where the volume is to grow tenfold, with noise of sigma = 1. */
const dimension = 64;
const temperature = 2e-3;
const temperatureRatio = 0.1;
const chains = 64;

/**
 * The shares of r^2 that are missing at the end, by the quasi-static pressure and by feed-forward; the first from the law
 * of motion of r^2 without fluctuations, on the same schedule.
 */
const runs = [
  { drive: 'quasiStatic', steps: 10_000, missing: 0.83, tolerance: 0.01 },
  { drive: 'quasiStatic', steps: 400, missing: 0.897, tolerance: 0.01 },
  { drive: 'feedForward', steps: 400, missing: 0, tolerance: 0.03 },
] as const;

/** How far the volume lags behind a path that is too fast for it, and the feed-forward that removes the lag. */
export async function lagResults({ seed, signal }: LawCheckOptions): Promise<readonly LawResult[]> {
  const results: LawResult[] = [];
  for (const { drive, steps, missing, tolerance } of runs) {
    const body = await ensemble({ dimension, chains, seed });
    try {
      await simulate({
        body,
        controller: controller(
          {
            effectiveLearningRate: 2 * temperature,
            weightDecay: equilibriumPressure({ temperature, volume: volume(1), dimension }),
          },
          [hold({ steps: 2000 }), along(adiabatic({ temperatureRatio }), { steps, drive })],
        ),
        steps: 2000 + steps,
        every: 10,
        signal,
      });
      signal.throwIfAborted();
      const weights = await body.weights();
      const shares = Array.from(
        { length: chains },
        (_, chain) =>
          1 -
          temperatureRatio *
            weights
              .subarray(chain * dimension, (chain + 1) * dimension)
              .reduce((square, weight) => square + weight ** 2, 0),
      );
      results.push(
        lawResult({
          name: `adiabat to T/10 in ${steps} steps, ${drive}: share of r^2 missing`,
          ...estimateOf(shares),
          theory: missing,
          tolerance,
        }),
      );
    } finally {
      await body.dispose();
    }
  }
  return results;
}
