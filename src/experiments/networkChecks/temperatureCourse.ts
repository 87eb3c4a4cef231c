import { hold, regulate, thermostat, type Observation, type Stage } from '../../control/index.js';
import { estimateOf, temperature, type Estimate } from '../../physics/index.js';
import { requireCount } from '../../error.js';
import type { Dataset } from '../data/index.js';
import { batchSize, runGas } from './runGas.js';

/** Windows that a course is cut into: T of single pairs of batches scatters by a third and more. */
const windows = 10;

/** Steps before the epoch, in which the noise of the first weights, three times that of any later ones, dies away. */
const settling = 150;
/** Steps between the thermostat's noise estimates, and as many between the witness's, each in a step of its own. */
const between = 2;
/** Of the thermostat; the noise it acts on is averaged over about as many steps. */
const responseTime = 20;

/** Steps of an epoch at least: two estimates in each window, for a scatter. */
export const leastEpoch = 2 * between * windows;

/** T through an epoch with constant settings and with a thermostat, from the same start over the same batches. */
export interface TemperatureCourse {
  readonly seed: number;
  /** Steps of the epoch. */
  readonly steps: number;
  /** T that the thermostat found at the start and is to hold. */
  readonly setPoint: number;
  /** Over the set point, window by window, as the witness saw it. */
  readonly openLoop: readonly TemperatureWindow[];
  readonly regulated: readonly TemperatureWindow[];
}

/** A window of a course. */
export interface TemperatureWindow {
  /** T over the set point: the mean of independent pairs of batches. */
  readonly temperature: Estimate;
  /** Mean eta_eff. */
  readonly effectiveLearningRate: number;
}

/**
 * Measures one course: the regulated run first, which finds the set point, then the one with constant settings.
 *
 * @param steps of the epoch; by default what takes every image once.
 * @throws ThermoError when the steps are too few for a scatter in each window.
 */
export async function temperatureCourse({
  dataset,
  seed,
  steps = Math.floor(dataset.train.labels.length / batchSize),
  onProgress,
  signal,
}: {
  readonly dataset: Dataset;
  readonly seed: number;
  readonly steps?: number;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}): Promise<TemperatureCourse> {
  requireCount('steps', steps, leastEpoch);
  const run = async (stage: Stage, noiseEvery: number | null, done: number): Promise<Seen> => {
    let atStart: Observation | null = null;
    const seen = Array.from({ length: windows }, (): Seen['windows'][number] => ({
      temperatures: [],
      rates: [],
    }));
    await runGas({
      dataset,
      seed,
      process: [hold({ steps: settling, name: 'settling' }), stage],
      steps: settling + steps,
      noiseEvery,
      signal,
      afterStep: async (gas) => {
        onProgress(done + gas.step / (settling + steps) / 2);
        const elapsed = gas.step - settling;
        if (elapsed === 0) atStart = gas.observation;
        const window = seen[Math.floor((elapsed * windows) / steps)];
        window?.rates.push(gas.effectiveLearningRate);
        if (elapsed % between === 1) window?.temperatures.push(await gas.temperature());
        return false;
      },
    });
    return { windows: seen, atStart: atStart! };
  };

  const regulated = await run(regulate([thermostat({ responseTime })], { steps }), between, 0);
  const openLoop = await run(hold({ steps, name: 'open loop' }), null, 0.5);
  const { noise, ...reading } = regulated.atStart;
  const setPoint = temperature({ ...reading, noise: noise! });
  const course = (seen: Seen): TemperatureWindow[] =>
    seen.windows.map(({ temperatures, rates }) => ({
      temperature: estimateOf(temperatures.map((value) => value / setPoint)),
      effectiveLearningRate: estimateOf(rates).value,
    }));
  return { seed, steps, setPoint, openLoop: course(openLoop), regulated: course(regulated) };
}

/** What a run showed: T by the witness and eta_eff in each window, and the reading at the start of the epoch. */
interface Seen {
  readonly windows: readonly { readonly temperatures: number[]; readonly rates: number[] }[];
  readonly atStart: Observation;
}
