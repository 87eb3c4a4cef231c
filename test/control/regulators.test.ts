import { describe, expect, test } from 'vitest';
import {
  barostat,
  controller,
  hold,
  ramp,
  regulate,
  settlingTime,
  thermostat,
  volumeRegulator,
  type Observation,
  type Regulator,
} from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';
import { gasState } from '../../src/physics/index.js';
import { driveGas } from './driveGas.js';

const stateOf = (observation: Observation) =>
  gasState({ ...observation, momentum: observation.control.momentum });
/** Doubled at step 1,000. */
const doubling = (value: number) => (step: number) => (step < 1000 ? value : 2 * value);

const gas = { dimension: 101, secondMoment: doubling(20), noise: doubling(15), radius: Math.SQRT2 };
const relaxed = { effectiveLearningRate: 0.002, weightDecay: 0.01 };
const protocols = {
  'fixed effective learning rate': relaxed,
  'fixed learning rate': { learningRate: 0.004, weightDecay: 0.01 },
  'fixed sphere': { effectiveLearningRate: 0.002, radius: Math.SQRT2 },
};
const started = (regulators: readonly Regulator[]) => [
  hold({ steps: 40 }),
  regulate(regulators, { steps: 4000 }),
];

describe('a thermostat', () => {
  const responseTime = 100;

  test.each(Object.entries(protocols))(
    'at %s brings T back within 2 %% in its settling time when the noise doubles, without overshoot',
    (_, settings) => {
      const readings = driveGas(controller(settings, started([thermostat({ responseTime })])), gas, {
        steps: 4000,
      });
      const wanted = stateOf(readings[1]!).temperature!;
      const back = 1000 + settlingTime({ factor: 2, tolerance: 0.02, responseTime, window: 20 });
      // ln(.693 / ln 1.02) response times, 3.56, and one window.
      expect(back).toBeCloseTo(1375.6, 0);
      for (const reading of readings) {
        const ratio = stateOf(reading).temperature! / wanted;
        // At fixed learning rate T = eta trSigma / (2 r^2 (d - 1)) also moves within a window, as the radius does.
        if (reading.step > back) expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
        expect(ratio).toBeGreaterThan(0.98);
      }
    },
  );

  test('holds what it is told, at the temperature of the noise or of the whole gradient', () => {
    for (const of of ['temperature', 'totalTemperature'] as const) {
      const readings = driveGas(
        controller(relaxed, [regulate([thermostat({ setPoint: 1e-3, of, responseTime })], { steps: 4000 })]),
        gas,
        { steps: 4000 },
      );
      const state = stateOf(readings.at(-1)!);
      expect(of === 'temperature' ? state.temperature : state.totalTemperature).toBeCloseTo(1e-3, 8);
    }
  });

  test('follows a schedule', () => {
    const setPoint = ramp(1e-4, 1e-5, 3000, 'geometric');
    const readings = driveGas(
      controller(relaxed, [regulate([thermostat({ setPoint, responseTime: 20 })], { steps: 4000 })]),
      { ...gas, noise: 15 },
      { steps: 3000 },
    );
    // It lags by the response time and a window, in which the ramp falls by 3 %.
    expect(stateOf(readings.at(-1)!).temperature! / 1e-5).toBeGreaterThan(1);
    expect(stateOf(readings.at(-1)!).temperature! / 1e-5).toBeLessThan(1.04);
  });

  test('goes on without a word where a noise estimate came out negative, and says so where there never is one', () => {
    const made = () => controller(relaxed, [regulate([thermostat({ setPoint: 1e-3 })], { steps: 4000 })]);
    expect(driveGas(made(), { ...gas, noise: -1 }, { steps: 400 }).at(-1)!.effectiveLearningRate).toBeCloseTo(
      0.002,
      12,
    );
    expect(() => driveGas(made(), { ...gas, noise: null }, { steps: 400 })).toThrow(
      new ThermoError(
        "thermostat has seen no noise estimate: let the monitor estimate noise more often, or pass of: 'totalTemperature'",
      ),
    );
  });
});

describe('a volume regulator', () => {
  test.each(Object.entries(protocols))(
    'at %s holds V although the noise doubles, and leaves no offset',
    (_, settings) => {
      const readings = driveGas(
        controller(settings, started([volumeRegulator({ setPoint: 1.5, responseTime: 200 })])),
        gas,
        {
          steps: 4000,
        },
      );
      expect(readings.at(-1)!.radius ** 2 / 2).toBeCloseTo(1.5, 3);
    },
  );

  test('holds V and T together with a thermostat', () => {
    const readings = driveGas(
      controller(
        relaxed,
        started([thermostat({ responseTime: 100 }), volumeRegulator({ responseTime: 200 })]),
      ),
      gas,
      { steps: 4000 },
    );
    const [before, after] = [stateOf(readings[1]!), stateOf(readings.at(-1)!)];
    expect(after.temperature! / before.temperature!).toBeCloseTo(1, 3);
    expect(after.volume / before.volume).toBeCloseTo(1, 2);
  });
});

describe('a barostat', () => {
  test('on a sphere lets the radius give way until the gas bears the pressure', () => {
    const readings = driveGas(
      controller(protocols['fixed sphere'], started([barostat({ setPoint: 0.02, responseTime: 200 })])),
      gas,
      { steps: 4000 },
    );
    expect(readings.at(-1)!.pressure).toBeCloseTo(0.02, 5);
    // p = eta_eff M / (2 r^2) with M = 40.
    expect(readings.at(-1)!.radius ** 2).toBeCloseTo((0.002 * 40) / (2 * 0.02), 3);
  });

  test('leads the weight decay to its set point in its response time', () => {
    const readings = driveGas(
      controller(relaxed, [regulate([barostat({ setPoint: 0.03, responseTime: 200 })], { steps: 4000 })]),
      gas,
      { steps: 240 },
    );
    // 200 steps after the first reading, at step 20, 1 - 1/e of the way and one more window are gone.
    expect(readings.at(-1)!.pressure).toBeCloseTo(0.03 - 0.02 * Math.exp(-220 / 200), 8);
  });
});

describe('settlingTime', () => {
  test('is nothing for a disturbance within the tolerance and grows with the logarithm beyond it', () => {
    const time = (factor: number) => settlingTime({ factor, tolerance: 0.02, responseTime: 100, window: 20 });
    expect(time(1.01)).toBe(0);
    expect(time(2)).toBeCloseTo(100 * Math.log(Math.LN2 / Math.log(1.02)) + 20, 9);
    expect(time(0.5)).toBeCloseTo(time(2), 9);
    expect(time(Math.E ** 3) - time(Math.E)).toBeCloseTo((2 * 20) / (1 - Math.exp(-0.2)), 9);
  });
});

describe('what cannot be regulated is refused', () => {
  test.each([
    ['barostat', barostat],
    ['volumeRegulator', volumeRegulator],
  ])('options of a %s that it does not have', (name, make) => {
    expect(() => make({ of: 'total' } as never)).toThrow(
      `${name} has no option of: pass one of setPoint, responseTime`,
    );
  });

  test.each<[string, () => unknown, string]>([
    [
      'two regulators on one knob',
      () => regulate([barostat(), volumeRegulator()], { steps: 10 }),
      'barostat and volumeRegulator both turn the weight decay or radius: pass one of them',
    ],
    [
      'no regulator',
      () => regulate([], { steps: 10 }),
      'regulate has no regulators: pass some such as [thermostat()]',
    ],
    [
      'a set point of 0',
      () => thermostat({ setPoint: 0 }),
      'setPoint of thermostat is 0: pass a number greater than 0',
    ],
    [
      'a response time that is none',
      () => barostat({ responseTime: -1 }),
      'responseTime of barostat is -1: pass a number greater than 0',
    ],
    [
      'a set point to be found before anything was read',
      () => driveGas(controller(relaxed, [regulate([thermostat()], { steps: 10 })]), gas, { steps: 20 }),
      "setPoint of thermostat is 'found', and nothing has been read yet: put equilibrate() or hold() before it, or pass a number",
    ],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(new ThermoError(message));
  });
});
