import {
  braytonCycle,
  carnotCycle,
  equilibriumPressure,
  finiteTimeBalance,
  ottoCycle,
  stirlingCycle,
  type Cycle,
} from '../../physics/index.js';
import { runCycle } from '../../simulator/nonequilibrium/index.js';
import type { LawCheck, LawCheckOptions } from './lawCheck.js';
import { lawResult, type LawResult } from './lawResult.js';

/** T of the hottest state of every cycle, so low that U = R T in d = 3, and its eta_eff. */
const hottest = { temperature: 0.2, effectiveLearningRate: 0.01 };

/** The cycles, and how many times colder than the hottest state they start. */
const cycles: readonly { readonly name: string; readonly cycle: Cycle; readonly colder: number }[] = [
  { name: 'Carnot', cycle: carnotCycle({ temperatureRatio: 2, volumeRatio: 2 }), colder: 1 },
  { name: 'Stirling', cycle: stirlingCycle({ temperatureRatio: 2, volumeRatio: 4 }), colder: 1 },
  { name: 'Otto', cycle: ottoCycle({ compressionRatio: 1.5, temperatureRatio: 2 }), colder: 3 },
  { name: 'Brayton', cycle: braytonCycle({ pressureRatio: 4, temperatureRatio: 2 }), colder: 4 },
];

/** Steps of a leg of the hasty Carnot cycles, in units of those at which the power is greatest. */
const paces = [1, 2, 8];
/** Readings of each of their legs, and steps at least of a corner. */
const readingsOfLeg = 20;
const cornerSteps = 20_000;

/**
 * Four cycles run on the gas: their efficiencies when slow, the first law, and what is left of Carnot's in a hurry.
 */
export const cyclesCheck: LawCheck = async function* (options) {
  const parts = [...cycles.map(slow), ...paces.map(hasty)];
  for (const [index, part] of parts.entries()) {
    const onProgress = (share: number): void => options.onProgress((index + share) / parts.length);
    yield* await part({ ...options, onProgress });
  }
};

function slow({ name, cycle, colder }: (typeof cycles)[number]) {
  return async (options: LawCheckOptions): Promise<readonly LawResult[]> => {
    const run = await runCycle(cycle, {
      temperature: hottest.temperature / colder,
      effectiveLearningRate: hottest.effectiveLearningRate / colder,
      ...options,
    });
    return [
      lawResult({
        name: `${name}: efficiency`,
        ...run.efficiency,
        theory: run.efficiency.ideal,
        tolerance: 0.02 * run.efficiency.ideal,
      }),
      lawResult({
        name: `${name}: first law, share of heat in`,
        ...run.firstLaw,
        theory: 0,
        tolerance: 0.01,
      }),
      lawResult({
        name: `${name}: net work over the ideal gas's`,
        value: run.netWork.value / run.netWork.ideal,
        standardError: run.netWork.standardError / run.netWork.ideal,
        theory: 1,
        tolerance: 0.01,
      }),
    ];
  };
}

/** Carnot's cycle moved by weight decay: haste costs work, and at greatest power half of it. */
function hasty(pace: number) {
  return async (options: LawCheckOptions): Promise<readonly LawResult[]> => {
    const { temperature, effectiveLearningRate } = hottest;
    const { cycle } = cycles[0]!;
    const start = {
      temperature,
      volume: 0.5,
      pressure: equilibriumPressure({ temperature, volume: 0.5, dimension: 3 }),
    };
    const { legStepsAtGreatestPower } = finiteTimeBalance(cycle, start, {
      effectiveLearningRate,
      legSteps: 1,
    });
    // A feed-forward that is read more often chases the noise of its readings, which costs work of its own.
    const every = Math.round((pace * legStepsAtGreatestPower) / readingsOfLeg);
    const legSteps = readingsOfLeg * every;
    const expected = finiteTimeBalance(cycle, start, { effectiveLearningRate, legSteps });
    const run = await runCycle(cycle, {
      ...hottest,
      ...options,
      every,
      legSteps,
      cornerSteps: every * Math.ceil(cornerSteps / every),
      drive: 'feedForward',
    });
    const efficiency = expected.netWork / expected.heatIn;
    return [
      lawResult({
        name: `Carnot by feed-forward, ${legSteps} steps a leg: efficiency`,
        ...run.efficiency,
        theory: efficiency,
        tolerance: 0.02 * efficiency,
      }),
      lawResult({
        name: `Carnot by feed-forward, ${legSteps} steps a leg: power x 1e6`,
        value: (1e6 * run.netWork.value) / (4 * legSteps),
        standardError: (1e6 * run.netWork.standardError) / (4 * legSteps),
        theory: 1e6 * expected.power,
        tolerance: 0.02e6 * expected.power,
      }),
    ];
  };
}
