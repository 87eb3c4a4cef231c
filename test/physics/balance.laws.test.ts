import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adiabatic,
  energyBalance,
  gasState,
  isobaric,
  isochoric,
  isothermal,
  ladderEntropyProduction,
  lostWork,
  pathOf,
  type GasReading,
  type Process,
} from '../../src/physics/index.js';

const gasConstant = 3;
const start = { temperature: 2, volume: 1.5, pressure: (gasConstant * 2) / 1.5 };
const ratio = fc.double({ min: 0.3, max: 3, noNaN: true });

/** Readings of an ideal gas with C_V = R on the equilibrium path of a process. */
function readingsAlong(process: Process, count: number): GasReading[] {
  const path = pathOf(process, start);
  return Array.from({ length: count + 1 }, (_, index) => {
    const state = path.at(index / count);
    return {
      ...state,
      internalEnergy: gasConstant * state.temperature,
      entropy: path.entropyChange(index / count),
    };
  });
}

describe('the energy balance', () => {
  const process = fc.oneof(
    ratio.map((volumeRatio) => isothermal({ volumeRatio })),
    ratio.map((volumeRatio) => isobaric({ volumeRatio })),
    ratio.map((temperatureRatio) => isochoric({ temperatureRatio })),
    ratio.map((volumeRatio) => adiabatic({ volumeRatio })),
  );

  test("of an equilibrium path is the path's own work, heat and entropy, and nothing is produced", () => {
    fc.assert(
      fc.property(process, (leg) => {
        const path = pathOf(leg, start);
        const balance = energyBalance(readingsAlong(leg, 400));
        // The trapezoids' error goes as the square of a part in 400 of a change of at most ln 9.
        expect(balance.work).toBeCloseTo(path.work(1), 3);
        expect(balance.heat).toBeCloseTo(path.heat(1), 3);
        expect(balance.reversibleHeat).toBeCloseTo(path.heat(1), 3);
        expect(balance.entropyChange).toBeCloseTo(path.entropyChange(1), 9);
        expect(balance.entropyProduction).toBeCloseTo(0, 4);
      }),
      { seed: 1 },
    );
  });

  test('of a body put into a bath produces what the ladder of one rung produces', () => {
    fc.assert(
      fc.property(ratio, ratio, (before, bath) => {
        const inBath = { temperature: bath, pressure: 1, volume: 1 };
        const { entropyProduction } = energyBalance([
          { ...inBath, internalEnergy: gasConstant * before, entropy: 0 },
          {
            ...inBath,
            internalEnergy: gasConstant * bath,
            entropy: gasConstant * Math.log(bath / before),
          },
        ]);
        expect(entropyProduction).toBeCloseTo(ladderEntropyProduction([before, bath], gasConstant), 9);
      }),
      { seed: 1 },
    );
  });

  test('of a whole is the sum of those of its parts', () => {
    fc.assert(
      fc.property(process, fc.integer({ min: 1, max: 19 }), (leg, cut) => {
        const readings = readingsAlong(leg, 20);
        const whole = energyBalance(readings);
        const parts = [energyBalance(readings.slice(0, cut + 1)), energyBalance(readings.slice(cut))];
        for (const name of ['work', 'heat', 'entropyProduction', 'reversibleHeat'] as const) {
          expect(parts[0]![name]! + parts[1]![name]!).toBeCloseTo(whole[name]!, 9);
        }
      }),
      { seed: 1 },
    );
  });

  test('takes gas states as they were measured, and leaves open what was not', () => {
    const measured = { dimension: 3, momentum: 0, secondMoment: 2, noise: null, effectiveLearningRate: 0.1 };
    const balance = energyBalance([
      gasState({ ...measured, squaredRadius: 2, pressure: 3, loss: 1 }),
      gasState({ ...measured, squaredRadius: 4, pressure: 1, loss: 5 }),
    ]);
    expect(balance).toEqual({
      work: 2,
      energyChange: 4,
      heat: 6,
      entropyChange: null,
      reversibleHeat: null,
      entropyFlow: null,
      entropyProduction: null,
    });
  });

  test('refuses a single reading and one without energy', () => {
    const reading = { temperature: 1, pressure: 1, volume: 1, internalEnergy: 1 };
    expect(() => energyBalance([reading])).toThrow('readings has 1 entry: pass at least two');
    expect(() => energyBalance([reading, { ...reading, internalEnergy: null }])).toThrow(
      'internalEnergy is not measured in readings[1]: let the body be read together with its loss',
    );
  });
});

describe('the work lost to haste', () => {
  test('is the integral of (d ln V / dt)^2 / (4 eta_eff)', () => {
    const logarithm = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(logarithm, logarithm, (logVolumeChange, logTemperatureChange) => {
        const parts = 2000;
        let integral = 0;
        for (let part = 0; part < parts; part += 1) {
          const rate = 0.02 * Math.exp((logTemperatureChange * (part + 0.5)) / parts);
          integral += (logVolumeChange / 100) ** 2 / (4 * rate) / parts;
        }
        expect(
          lostWork({ logVolumeChange, logTemperatureChange, effectiveLearningRate: 0.02, steps: 100 }),
        ).toBeCloseTo(100 * integral, 5);
      }),
      { seed: 1 },
    );
  });

  test('is (ln 2)^2 / (4 x 4,000 x 0.01) for an isotherm that doubles the volume in 4,000 steps', () => {
    const leg = { logVolumeChange: Math.LN2, logTemperatureChange: 0, steps: 4000 };
    expect(lostWork({ ...leg, effectiveLearningRate: 0.01 })).toBeCloseTo(0.003002831, 9);
    expect(lostWork({ ...leg, effectiveLearningRate: 0.005, momentum: 0.5 })).toBeCloseTo(0.003002831, 9);
  });
});
