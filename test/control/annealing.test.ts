import { describe, expect, test } from 'vitest';
import {
  adiabaticAnnealing,
  compressionThenExpansion,
  controller,
  engine,
  fluctuationDissipation,
  freeExpansion,
  hold,
  isobaricCooling,
  ladder,
  measuredAdiabat,
  simulatedAnnealing,
  type ControlSettings,
  type Observation,
  type Stage,
} from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';
import { adiabatic, carnotCycle, gasState, measuredHeatCapacity } from '../../src/physics/index.js';
import { driveGas } from './driveGas.js';
import { halfRunningCompressibility } from './halfRunningCompressibility.js';

// In equilibrium from the start: r^2 = eta_eff M / (2 lambda) = 2.
const gas = { dimension: 101, secondMoment: 20, noise: 15, radius: Math.SQRT2 };
const settings = { effectiveLearningRate: 0.002, weightDecay: 0.01 };
const run = (process: readonly Stage[], steps: number, start: ControlSettings = settings, every = 20) =>
  driveGas(controller(start, process), gas, { steps, every });
const stateOf = (observation: Observation) =>
  gasState({ ...observation, momentum: observation.control.momentum });
/** Ratios of the end to the start, the end held for the last window. */
const change = (readings: readonly Observation[]) => {
  const [first, last] = [stateOf(readings[0]!), stateOf(readings.at(-1)!)];
  return {
    temperature: last.temperature! / first.temperature!,
    volume: readings.at(-1)!.radius ** 2 / readings[0]!.radius ** 2,
  };
};

describe('annealing protocols settle first and end where their process says', () => {
  // 80 steps to settle (four readings), 400 of the process, one window held.
  const options = { steps: 400, temperatureRatio: 0.1 };
  test.each<[string, readonly Stage[], number, number]>([
    ['adiabatic annealing: T V is held', adiabaticAnnealing(options), 0.1, 10],
    ['isobaric cooling: V / T is held', isobaricCooling(options), 0.1, 0.1],
    ['simulated annealing: V is held', simulatedAnnealing(options), 0.1, 1],
    ['compression, then expansion', compressionThenExpansion({ ...options, volumeRatio: 0.5 }), 0.1, 5],
  ])('%s', (_, process, temperature, volume) => {
    const ended = change(run(process, 500));
    expect(ended.temperature).toBeCloseTo(temperature, 9);
    expect(ended.volume / volume).toBeCloseTo(1, 3);
  });

  test('an engine takes the steps that it is given for each turn, and refuses what it does not know', () => {
    const cycle = carnotCycle({ temperatureRatio: 2, volumeRatio: 1.5 });
    const [, ...legs] = engine(cycle, { steps: 10, turns: 3 });
    const steps = legs.map(({ config }) => config['steps'] as number);
    expect(steps.reduce((a, b) => a + b)).toBe(30);
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
    for (const turns of [2.5, NaN, 0])
      expect(() => engine(cycle, { steps: 10, turns })).toThrow(/^turns of engine is/);
    expect(() => engine(cycle, { steps: 10, temperatureRatio: 2 } as never)).toThrow(/temperatureRatio/);
  });

  test('an engine comes back to where it began', () => {
    const process = engine(carnotCycle({ temperatureRatio: 2, volumeRatio: 1.5 }), { steps: 200, turns: 2 });
    expect(process.length).toBe(9);
    const ended = change(run(process, 500));
    expect(ended.temperature).toBeCloseTo(1, 9);
    expect(ended.volume).toBeCloseTo(1, 3);
  });

  test('refuses an option it does not have', () => {
    expect(() => isobaricCooling({ steps: 10, temperature: 3 } as never)).toThrow(ThermoError);
  });
});

describe('a ladder', () => {
  test('has a process and a settling for each rung, which together reach its end', () => {
    const process = ladder(adiabatic({ temperatureRatio: 0.5 }), {
      rungs: 5,
      tolerance: 0.05,
      observations: 2,
    });
    expect(process.map(({ name }) => name).slice(0, 3)).toEqual([
      'adiabatic 1/5',
      'adiabatic 1/5, settling',
      'adiabatic 2/5',
    ]);
    // On a sphere the pressure is borne at once, so each rung settles in its two readings.
    const ended = change(run([hold({ steps: 20 }), ...process], 400));
    expect(ended.temperature).toBeCloseTo(0.5, 9);
    expect(ended.volume).toBeCloseTo(2, 3);
  });

  test('goes on only when Z_tot allows', () => {
    // Quasi-static: the volume has to relax, 1 / (2 eta_eff lambda r^2) = 125 steps to e^-1 and longer as it cools.
    const fast = { effectiveLearningRate: 0.02, weightDecay: 0.1 };
    const process = ladder(adiabatic({ temperatureRatio: 0.5 }), {
      rungs: 2,
      drive: 'quasiStatic',
      tolerance: 0.02,
      observations: 1,
    });
    const readings = run(process, 4000, fast);
    const settled = controller(fast, process);
    let rungAt = Number.NaN;
    driveGas(settled, gas, { steps: 4000 });
    for (const [i, reading] of readings.entries()) {
      const next = readings[i + 1];
      if (next === undefined || next.effectiveLearningRate > 0.9 * reading.effectiveLearningRate) continue;
      rungAt = reading.step;
      expect(Math.abs(stateOf(reading).totalCompressibility! - 1)).toBeLessThan(0.02);
    }
    expect(rungAt).toBeGreaterThan(100);
    expect(settled.endedBy(4000)).toBe(true);
  });
});

describe('the fluctuation-dissipation rule', () => {
  const tolerance = 0.05;
  const start = { learningRate: 0.04, weightDecay: 0.1 };
  const process = fluctuationDissipation({ rateFactor: 0.1, times: 2, tolerance, atLeast: 20 });
  const far = { ...gas, radius: 2 };
  const readings = driveGas(controller(start, process), far, { steps: 12_000, every: 5 });
  const rateOf = ({ control }: Observation): number =>
    control.protocol === 'fixedLearningRate' ? control.learningRate : 0;

  test('cools by its factor where the second half of the way shows equilibrium, at the step that the closed form gives', () => {
    // Relaxation takes 1 / (4 eta lambda) = 62 steps, then 625.
    expect([...new Set(readings.map((reading) => Number(rateOf(reading).toPrecision(12))))]).toEqual([
      0.04, 0.004, 0.0004,
    ]);
    let from = 0;
    let initialRadius = far.radius;
    for (const learningRate of [0.04, 0.004]) {
      const own = readings.filter((reading) => Math.abs(rateOf(reading) / learningRate - 1) < 1e-9);
      const end = own.at(-1)!.step;
      const law = { initialRadius, learningRate, weightDecay: 0.1, secondMoment: 20 };
      const deviationAt = (steps: number) => Math.abs(halfRunningCompressibility(law, steps) - 1);
      // Two readings and a block of the history either way; the closed form is that of small steps.
      const slack = 10 + (end - from) / 32;
      expect(deviationAt(end - from + slack)).toBeLessThan(tolerance);
      expect(deviationAt(end - from - slack)).toBeGreaterThan(tolerance);
      // By then the volume itself has long been settled.
      const settled = Math.sqrt((learningRate * 20) / (2 * 0.1));
      expect(Math.abs(own.at(-1)!.squaredRadius / settled - 1)).toBeLessThan(tolerance / 5);
      from = end;
      initialRadius = own.at(-1)!.radius;
    }
  });

  test('does not judge a rate before its least steps, however well the gas is settled', () => {
    const made = controller(settings, fluctuationDissipation({ times: 1, atLeast: 150 }));
    const settled = driveGas(made, gas, { steps: 200, every: 10 });
    expect(settled.map((reading) => reading.effectiveLearningRate).lastIndexOf(0.002)).toBe(14);
  });

  test('keeps a bounded number of readings, however long it waits', () => {
    const made = controller(settings, fluctuationDissipation({ times: 1, atLeast: 1e6 }));
    driveGas(made, gas, { steps: 5000, every: 1 });
    const { observations } = made.save();
    expect(observations.length).toBeLessThanOrEqual(64);
    expect(observations.reduce((sum, { window }) => sum + window, 0)).toBe(5000);
  });
});

test('a free expansion takes one step and leaves T as it was', () => {
  const readings = run([hold({ steps: 20 }), freeExpansion({ volumeRatio: 4 })], 21, settings, 1);
  expect(change(readings)).toEqual({ temperature: 1, volume: expect.closeTo(4, 3) as number });
});

describe('a measured adiabat', () => {
  /** A gas whose energy is C_V T: it tells its heat capacity by its loss. */
  const withHeatCapacity = (heatCapacity: number, steps: number) => {
    const made = controller(settings, [
      hold({ steps: 20 }),
      measuredAdiabat({ volumeRatio: 4, steps: 400 }),
      hold({ steps: 100 }),
    ]);
    const readings: Observation[] = [];
    const told = {
      ...made,
      observe: (reading: Observation) => {
        const shown = { ...reading, loss: 0.1 + heatCapacity * stateOf(reading).temperature! };
        readings.push(shown);
        made.observe(shown);
      },
    };
    driveGas(told, gas, { steps });
    return readings;
  };

  test.each([
    ['as an ideal gas at low temperature has it, gamma = 2', 50, 2],
    ['twice as large, gamma = 1.5', 100, 1.5],
  ])('finds gamma from a heat capacity %s', (_, heatCapacity, gamma) => {
    const ended = change(withHeatCapacity(heatCapacity, 460));
    expect(ended.volume).toBeCloseTo(4, 2);
    // The first three windows of twenty go by gamma = 2.
    const known = 4 ** (-(gamma - 1) * (340 / 400)) * 4 ** (-60 / 400);
    expect(ended.temperature / known).toBeCloseTo(1, 1);
  });
});

test('measuredHeatCapacity is the slope of U against T with its standard error', () => {
  const line = [1, 2, 3, 4].map((temperature) => ({ temperature, internalEnergy: 5 + 2 * temperature }));
  expect(measuredHeatCapacity(line)).toEqual({ value: 2, standardError: 0 });
  expect(measuredHeatCapacity(line.slice(2))).toBeNull();
  // Residuals +-1 about a slope of 2: sum of squares 4 over (4 - 2), spread 5: sqrt(2 / 5).
  const scattered = line.map((point, i) => ({
    ...point,
    internalEnergy: point.internalEnergy + [1, -1, -1, 1][i]!,
  }));
  expect(measuredHeatCapacity(scattered)).toEqual({
    value: 2,
    standardError: expect.closeTo(Math.sqrt(2 / 5), 12) as number,
  });
});
