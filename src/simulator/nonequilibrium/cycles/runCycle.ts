import {
  cycleBalance,
  energyBalance,
  equilibriumPressure,
  estimateOf,
  type Cycle,
  type EnergyBalance,
  type Estimate,
} from '../../../physics/index.js';
import { settledCycleOptions, type CycleOptions } from './cycleOptions.js';
import { cycleReadings } from './cycleReadings.js';
import type { Compared, CycleRun } from './cycleRun.js';
import type { EntropyReading } from './withEntropy.js';

/** V = r^2 / 2 at the start: the gas is the same at every radius. */
const startVolume = 0.5;

/**
 * Runs a thermodynamic cycle on the toy gas, L = 1 + u_1 with isotropic noise, through the very stages that drive a network.
 *
 * The gas is held at every corner, where U is averaged. W = integral of p dV from the measured pressure, Q = dU + W, S from the
 * measured fluctuations of the loss and the radius.
 *
 * @param cycle The legs, such as `carnotCycle` gives.
 * @throws ThermoError for options out of range, or a cycle that does not close.
 * @example
 * const { efficiency } = await runCycle(carnotCycle({ temperatureRatio: 2, volumeRatio: 2 }));
 */
export async function runCycle(cycle: Cycle, options: CycleOptions = {}): Promise<CycleRun> {
  const settled = settledCycleOptions(options);
  const { temperature, dimension, repetitions, onProgress } = settled;
  const start = {
    temperature,
    volume: startVolume,
    pressure: equilibriumPressure({ temperature, volume: startVolume, dimension }),
  };
  const ideal = cycleBalance(cycle, start);
  const rounds: (readonly (readonly EntropyReading[])[])[] = [];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    rounds.push(await cycleReadings(cycle, start, { ...settled, seed: settled.seed + repetition }));
    onProgress?.((repetition + 1) / repetitions);
  }
  const balances = rounds.map((round) => round.map(energyBalance));
  const takesUpHeat = ideal.paths.map((path) => path.heat(1) > 0);
  const heatIn = (round: readonly EnergyBalance[]): number =>
    sum(round.filter((_, leg) => takesUpHeat[leg]).map(({ heat }) => heat));
  const netWork = (round: readonly EnergyBalance[]): number => sum(round.map(({ work }) => work));
  const over = (measured: (round: readonly EnergyBalance[]) => number): Estimate =>
    estimateOf(balances.map(measured));

  return {
    legs: cycle.map((process, leg) => {
      const path = ideal.paths[leg]!;
      const of = (measured: (balance: EnergyBalance) => number, idealValue: number): Compared => ({
        ...over((round) => measured(round[leg]!)),
        ideal: idealValue,
      });
      return {
        process,
        work: of(({ work }) => work, path.work(1)),
        heat: of(({ heat }) => heat, path.heat(1)),
        energyChange: of(({ energyChange }) => energyChange, path.heat(1) - path.work(1)),
        entropyChange: of(({ entropyChange }) => entropyChange!, path.entropyChange(1)),
        entropyProduction: over((round) => round[leg]!.entropyProduction!),
        temperatureVolumeRatio: {
          ...estimateOf(rounds.map((round) => temperatureVolumeRatio(round[leg]!))),
          ideal: (path.end.temperature * path.end.volume) / (path.start.temperature * path.start.volume),
        },
      };
    }),
    netWork: { ...over(netWork), ideal: ideal.netWork },
    heatIn: { ...over(heatIn), ideal: ideal.heatIn },
    efficiency: { ...over((round) => netWork(round) / heatIn(round)), ideal: ideal.netWork / ideal.heatIn },
    entropyChange: over((round) => sum(round.map(({ entropyChange }) => entropyChange!))),
    entropyProduction: over((round) => sum(round.map(({ entropyProduction }) => entropyProduction!))),
    firstLaw: over(
      (round) =>
        sum(round.map(({ reversibleHeat, work, energyChange }) => reversibleHeat! - work - energyChange)) /
        heatIn(round),
    ),
  };
}

/** U is R T over its least value 0, so the ratio of U V is that of T V. */
function temperatureVolumeRatio(readings: readonly EntropyReading[]): number {
  const [first, last] = [readings[0]!, readings.at(-1)!];
  return (last.internalEnergy * last.volume) / (first.internalEnergy * first.volume);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
