import { median } from 'simple-statistics';
import type { FixedEffectiveLearningRate } from '../../control/index.js';
import {
  ensemble,
  isotropicNoise,
  linearEnergy,
  loadKernel,
  type ChosenEngine,
  type Conditions,
  type Kernel,
} from '../../simulator/index.js';
import { nodeWorkers } from '../../simulator/node.js';
import { scalingExponent, type SizedTime } from './scalingExponent.js';
import { startTorchLoop } from './torchLoop.js';

/** What the simulator costs. On one core it is processor time, which other work on the machine does not count in. */
export interface SimulatorCost {
  /** d = 3, 289 chains each under its own conditions with a copy kept every 50 steps, one core. */
  readonly nsPerChainStep: number;
  /** d = 3, an ensemble of 20,000 chains on workers on all cores, messages included; by the clock. */
  readonly nsPerChainStepAllCores: number;
  /** d = 1,000, one core. */
  readonly nsPerComponentStep: number;
  /** The PyTorch loop's processor time over ours on one core, from pairs of blocks; null where there is none. */
  readonly speedupOverTorch: number | null;
  /** Why `speedupOverTorch` is null, or the nanoseconds of a chain-step of the loop. */
  readonly torch: { readonly reason: string } | { readonly nsPerChainStep: number };
  /** Exponents of the time in chains, steps and dimension; 1 is linear. */
  readonly exponents: Readonly<Record<'chains' | 'steps' | 'dimension', number>>;
  readonly engine: ChosenEngine;
}

/** How long to measure. */
export interface SimulatorCostOptions {
  /** Blocks that medians are taken over; default 9. */
  readonly blocks?: number;
  /** Called with the share done. */
  readonly onProgress?: (share: number) => void;
}

/** The published grid has 17 rates by 17 decays. */
const grid = 17;
const keepEvery = 50;
const simulatorSteps = 40_000;
const torchSteps = 1000;
const ensembleSteps = 1000;

/**
 * Measures the simulator at fixed effective learning rate, beside the same model as a loop in PyTorch where Python has it:
 * blocks of the two alternate, so that what else the machine does falls on both.
 */
export async function simulatorCost(options: SimulatorCostOptions = {}): Promise<SimulatorCost> {
  const { blocks = 9, onProgress } = options;
  const kernel = await loadKernel();
  const started = await startTorchLoop();
  const loop = 'loop' in started ? started.loop : null;
  const published = publishedGrid(kernel);
  const large = await largeEnsemble();
  const wide = timedChains(kernel, { dimension: 1000, chains: 16 });
  const alone: number[] = [];
  const shared: number[] = [];
  const components: number[] = [];
  const torch: number[] = [];
  try {
    for (let block = -1; block < blocks; block += 1) {
      const times = [
        published(simulatorSteps),
        loop === null ? Number.NaN : await loop.time(torchSteps),
        await large.time(ensembleSteps),
        (wide(500) * 1e6) / (1000 * 16 * 500),
      ] as const;
      // The first block warms up.
      if (block < 0) continue;
      [alone, torch, shared, components].forEach((list, i) => list.push(times[i]!));
      onProgress?.((block + 1) / (blocks + 1));
    }
  } finally {
    loop?.end();
    await large.dispose();
  }
  const exponents = measuredExponents(kernel);
  onProgress?.(1);
  return {
    nsPerChainStep: median(alone),
    nsPerChainStepAllCores: median(shared),
    nsPerComponentStep: median(components),
    speedupOverTorch: loop === null ? null : median(torch.map((time, i) => time / alone[i]!)),
    torch: 'reason' in started ? started : { nsPerChainStep: median(torch) },
    exponents,
    engine: kernel.engineOf({ energy: linearEnergy({ dimension: 3 }), noise: isotropicNoise() }),
  };
}

/** What the published loop does, with our kernel: nanoseconds a chain-step over a number of steps. */
function publishedGrid(kernel: Kernel): (steps: number) => number {
  const rates = Array.from({ length: grid }, (_, i) => 10 ** (-3 + (2 * i) / (grid - 1)));
  const conditions = rates.flatMap((effectiveLearningRate) =>
    rates.map((weightDecay) => conditionsOf({ effectiveLearningRate, weightDecay })),
  );
  const chains = kernel.chains(chainsOptions({ dimension: 3, chains: conditions.length }));
  return (steps) => {
    const start = processorTime();
    for (let step = 0; step < steps; step += keepEvery) {
      chains.runApart(conditions, keepEvery);
      chains.weights();
    }
    return ((processorTime() - start) * 1e6) / (steps * conditions.length);
  };
}

async function largeEnsemble(): Promise<{
  readonly time: (steps: number) => Promise<number>;
  readonly dispose: () => Promise<void>;
}> {
  const pool = nodeWorkers();
  const gas = await ensemble({ dimension: 3, chains: 20_000, pool });
  return {
    async time(steps) {
      const conditions = together(steps);
      const start = performance.now();
      await gas.run(conditions);
      return ((performance.now() - start) * 1e6) / (steps * gas.chains);
    },
    async dispose() {
      await gas.dispose();
      await pool.dispose();
    },
  };
}

interface Size {
  readonly dimension: number;
  readonly chains: number;
}

/** Chains that are moved together: milliseconds that a number of steps takes. */
function timedChains(kernel: Kernel, size: Size): (steps: number) => number {
  const chains = kernel.chains(chainsOptions(size));
  return (steps) => {
    const conditions = together(steps);
    const start = processorTime();
    chains.runTogether(conditions);
    return processorTime() - start;
  };
}

/** Milliseconds of processor time that this process has had. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The size is varied about eightfold; of some repetitions the fastest counts, as what disturbs one only slows it. */
function measuredExponents(kernel: Kernel): SimulatorCost['exponents'] {
  const exponentOf = (sizes: readonly number[], time: (size: number) => () => number): number => {
    const timers = sizes.map((size) => [size, time(size)] as const);
    const best = new Map<number, number>();
    for (let repetition = 0; repetition < 8; repetition += 1) {
      for (const [size, run] of timers) best.set(size, Math.min(best.get(size) ?? Infinity, run()));
    }
    return scalingExponent([...best] satisfies SizedTime[]);
  };
  const common = timedChains(kernel, { dimension: 3, chains: 512 });
  return {
    chains: exponentOf([256, 512, 1024, 2048], (chains) => {
      const run = timedChains(kernel, { dimension: 3, chains });
      return () => run(2000);
    }),
    steps: exponentOf([1000, 2000, 4000, 8000], (steps) => () => common(steps)),
    dimension: exponentOf([128, 256, 512, 1024], (dimension) => {
      const run = timedChains(kernel, { dimension, chains: 32 });
      return () => run(500);
    }),
  };
}

function conditionsOf(
  rates: Pick<FixedEffectiveLearningRate, 'effectiveLearningRate' | 'weightDecay'>,
): Conditions {
  return {
    control: { protocol: 'fixedEffectiveLearningRate', ...rates, momentum: 0 },
    deviation: 1,
    strength: 1,
  };
}

function together(steps: number): Conditions[] {
  return Array.from({ length: steps }, () =>
    conditionsOf({ effectiveLearningRate: 0.01, weightDecay: 0.01 }),
  );
}

function chainsOptions({ dimension, chains }: Size): Parameters<Kernel['chains']>[0] {
  const weights = new Float32Array(chains * dimension).fill(1 / Math.sqrt(dimension));
  return {
    dimension,
    chains,
    energy: linearEnergy({ dimension }),
    noise: isotropicNoise(),
    seed: 1,
    firstChain: 0,
    weights,
  };
}
