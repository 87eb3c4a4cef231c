import type { Observation } from '../../control/index.js';
import { entropy, estimateOf, gasConstant, gasState } from '../../physics/index.js';
import { entropyRing, type EntropyRing } from '../../simulator/index.js';
import type { HeldState } from './heldState.js';
import type { GasAfterStep } from './runGas.js';

/** How a held gas is sampled. */
export interface HoldSampling {
  /** Samples of the weights that each entropy is taken from. */
  readonly samples: number;
  /** Gas time before the first sample, and between samples. */
  readonly settling: number;
  readonly spacing: number;
  /** Steps between the samples that are spaced by steps. */
  readonly steps: number;
}

/** Steps between the witness's estimates of T. */
const witnessEvery = 8;

/** Watches a held gas until it has been sampled often enough. */
export interface HeldGasWatch {
  /** Takes in the gas after a step of the hold; true once all samples are taken. */
  take(gas: GasAfterStep): Promise<boolean>;
  /** What it saw; null while samples are missing. */
  state(): HeldState | null;
}

/**
 * Watches one hold of a gas.
 *
 * The gas's own time is the sum of eta_eff: in equal shares of it, gases of any temperature turn by equally many of their
 * relaxation times, so that samples depend on each other alike in every state, which is what makes their entropies comparable.
 */
export function watchHeldGas({ samples, settling, spacing, steps }: HoldSampling): HeldGasWatch {
  const temperatures: number[] = [];
  const observations: Observation[] = [];
  let rings: { readonly byTime: EntropyRing; readonly bySteps: EntropyRing } | null = null;
  let [time, stepsTaken, nextAt] = [0, 0, settling];

  const push = (ring: EntropyRing, row: Float32Array): void => {
    if (ring.samples < samples) ring.push(row);
  };
  const isFull = (): boolean =>
    rings !== null && rings.byTime.samples === samples && rings.bySteps.samples === samples;
  const perDegree = (ring: EntropyRing, radius: number): number => {
    const { dimension } = ring;
    const directionEntropy = ring.entropy().nats;
    return entropy({ directionEntropy, radius, dimension }) / (2 * gasConstant(dimension));
  };

  return {
    async take(gas) {
      time += gas.effectiveLearningRate;
      if (time < settling || isFull()) return isFull();
      if (gas.observation !== null && gas.observation !== observations.at(-1)) {
        observations.push(gas.observation);
      }
      const [byTime, bySteps] = [time >= nextAt, stepsTaken % steps === 0];
      if (byTime || bySteps) {
        const row = await gas.weights();
        const ring = (): EntropyRing => entropyRing({ capacity: samples, dimension: row.length });
        rings ??= { byTime: ring(), bySteps: ring() };
        if (byTime) push(rings.byTime, row);
        if (bySteps) push(rings.bySteps, row);
      }
      if (byTime) nextAt += spacing;
      if (stepsTaken % witnessEvery === 0) temperatures.push(await gas.temperature());
      stepsTaken += 1;
      return isFull();
    },
    state() {
      const newest = observations.at(-1);
      if (newest === undefined || rings === null || !isFull()) return null;
      const states = observations.map((observation) => gasState({ ...observation, momentum: 0 }));
      const { radius } = newest;
      return {
        temperature: estimateOf(temperatures),
        totalTemperature: estimateOf(states.map(({ totalTemperature }) => totalTemperature)).value,
        volume: radius ** 2 / 2,
        entropy: perDegree(rings.byTime, radius),
        entropyBySteps: perDegree(rings.bySteps, radius),
      };
    },
  };
}
