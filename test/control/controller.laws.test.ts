import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  along,
  barostat,
  controller,
  controllerFrom,
  equilibrate,
  fluctuationDissipation,
  freeExpansion,
  hold,
  ladder,
  measuredAdiabat,
  quench,
  ramp,
  regulate,
  thermostat,
  volumeRegulator,
  type Controller,
} from '../../src/control/index.js';
import { adiabatic, isobaric, isothermal, polytropic } from '../../src/physics/index.js';
import { drive } from './drive.js';
import { radiusGas } from './radiusGas.js';

const gas = () => radiusGas({ secondMoment: 20, squaredRadius: 1.9 });
const settings = { effectiveLearningRate: 0.002, weightDecay: 0.01 };
const total = 200;

const controllers: Record<string, () => Controller> = {
  'settings on schedules': () =>
    controller({
      effectiveLearningRate: ramp(0.002, 0.001, 150, 'cosine'),
      weightDecay: ramp(0.01, 0.02, 50),
    }),
  'equilibrate, then a piston': () =>
    controller(settings, [
      equilibrate({ tolerance: 0.1, observations: 3, atMost: 70 }),
      along(adiabatic({ temperatureRatio: 0.3 }), { steps: 90, name: 'Cooling down' }),
    ]),
  'hold, then feed-forward there and back': () =>
    controller(settings, [
      hold({ steps: 25 }),
      along(isothermal({ volumeRatio: 1.3 }), { steps: 60, drive: 'feedForward' }),
      along(isobaric({ volumeRatio: 1 / 1.3 }), { steps: 60, drive: 'feedForward', pacing: 'linear' }),
    ]),
  'a quasi-static isochore, given as a polytropic process of infinite index': () =>
    controller({ learningRate: 0.004, weightDecay: 0.01 }, [
      along(polytropic({ polytropicIndex: Infinity, temperatureRatio: 2 }), {
        steps: 120,
        drive: 'quasiStatic',
      }),
    ]),
  'regulators of T_tot and V': () =>
    controller(settings, [
      hold({ steps: 25 }),
      regulate(
        [
          thermostat({ of: 'totalTemperature', responseTime: 40 }),
          volumeRegulator({ setPoint: ramp(1, 1.2, 80), responseTime: 60 }),
        ],
        { steps: 150 },
      ),
    ]),
  'a barostat on a sphere, then an adiabat that measures its own index': () =>
    controller({ effectiveLearningRate: 0.002, radius: 1.4 }, [
      regulate([barostat({ setPoint: 0.012, responseTime: 40 })], { steps: 90 }),
      measuredAdiabat({ volumeRatio: 2, steps: 100 }),
    ]),
  'a ladder, a quench and a free expansion': () =>
    controller(settings, [
      hold({ steps: 10 }),
      ...ladder(adiabatic({ temperatureRatio: 0.5 }), {
        rungs: 3,
        tolerance: 0.5,
        observations: 1,
        atMost: 40,
      }),
      quench({ rateFactor: 0.5 }),
      freeExpansion({ volumeRatio: 1.5 }),
    ]),
  'the fluctuation-dissipation rule, which keeps all its readings': () =>
    controller(
      { learningRate: 0.04, weightDecay: 0.1 },
      fluctuationDissipation({ rateFactor: 0.5, tolerance: 0.2, atLeast: 10 }),
    ),
  'a sphere that breathes': () =>
    controller({ effectiveLearningRate: 0.002, radius: 2 }, [
      along(adiabatic({ volumeRatio: 2 }), { steps: 60 }),
      along(adiabatic({ volumeRatio: 0.5 }), { steps: 60 }),
    ]),
};

describe('saved as JSON and restored at any step, a controller gives the very controls it would have given', () => {
  test.each(Object.entries(controllers))('%s', (_, make) => {
    const undisturbed = drive(make(), gas(), { to: total, every: 7 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: total }), (cut) => {
        const body = gas();
        const first = make();
        const before = drive(first, body, { to: cut, every: 7 });
        const second = controllerFrom(JSON.parse(JSON.stringify(first.save())));
        const after = drive(second, body, { from: cut, to: total, every: 7 });
        expect([...before, ...after]).toEqual(undisturbed);
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});

test('observations that never come leave a control as it was', () => {
  const made = controller(settings, [equilibrate()]);
  for (let step = 0; step < 500; step += 1) expect(made.next(step).control).toEqual(made.next(0).control);
});
