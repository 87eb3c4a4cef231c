import { describe, expect, test } from 'vitest';
import { controller, controllerFrom, plan, type Control } from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';
import { builtInCandidates, candidatesNamed } from '../../src/experiments/compare/index.js';

/** About the digits network's. */
const gas = { dimension: 15_048, secondMoment: 80, noise: 30, radius: 13 };
const every = 20;

const planned = (name: string, { steps = 1500, rate }: { steps?: number; rate?: number } = {}) => {
  const candidate = candidatesNamed([name])[0]!;
  const { settings, process = [] } = candidate.course({ rate: rate ?? candidate.rates[2]!, steps, every });
  return plan({ settings, process, gas, steps, every });
};
const lastOf = (name: string, field: string): number => {
  const { points } = planned(name);
  return Number(points.at(-1)![field]) / Number(points[0]![field]);
};

describe('the candidates', () => {
  test('are the nine that the comparison is about, each with four rates', () => {
    expect(builtInCandidates.map(({ name }) => name)).toEqual([
      'constant',
      'cosine',
      'warm-up-stable-decay',
      'step',
      'isothermal',
      'adiabatic-annealing',
      'isobaric-cooling',
      'constant-thermodynamic-speed',
      'fluctuation-dissipation',
    ]);
    expect(builtInCandidates.map(({ rates }) => rates.length)).toEqual(Array.from({ length: 9 }, () => 4));
  });

  test.each(builtInCandidates.map(({ name }) => name))(
    '%s fills its budget at every rate, and does not end before it',
    (name) => {
      const { rates } = candidatesNamed([name])[0]!;
      for (const steps of [60, 500, 1510]) {
        for (const rate of rates) {
          const { points, ended } = planned(name, { steps, rate });
          expect(points.at(-1)!.step).toBe(Math.floor(steps / every) * every);
          if (ended !== null) expect(ended).toBe(steps);
        }
      }
    },
  );

  test.each(builtInCandidates.map(({ name }) => name))(
    '%s is saved as JSON in mid-run and goes on with the same controls',
    (name) => {
      const candidate = candidatesNamed([name])[0]!;
      const { settings, process = [] } = candidate.course({ rate: candidate.rates[0]!, steps: 400, every });
      const driven = controller(settings, process);
      const observation = (step: number, control: Control) => ({
        step,
        window: every,
        dimension: 1000,
        radius: 10,
        squaredRadius: 100,
        loss: 1,
        secondMoment: 80,
        effectiveLearningRate: 0.01,
        pressure: 0.02,
        noise: null,
        angle: null,
        stepCorrelation: null,
        guarded: 0,
        control,
      });
      for (let step = 0; step < 300; step += 1) {
        const { control } = driven.next(step);
        if ((step + 1) % every === 0) driven.observe(observation(step + 1, control));
      }
      const restored = controllerFrom(JSON.parse(JSON.stringify(driven.save())));
      for (let step = 300; step < 400; step += 1) expect(restored.next(step)).toEqual(driven.next(step));
    },
  );

  // The last reading is a mean over the last twenty of 750 cooling steps: its geometric middle is .01^(740 / 750) = .0106.
  test('that cool an isotherm end at a hundredth of its temperature', () => {
    expect(lastOf('adiabatic-annealing', 'totalTemperature')).toBeCloseTo(0.0106, 3);
    expect(lastOf('isobaric-cooling', 'totalTemperature')).toBeCloseTo(0.0106, 3);
    expect(lastOf('constant-thermodynamic-speed', 'totalTemperature')).toBeCloseTo(0.0101, 3);
  });

  test('by schedule end where their names say', () => {
    expect(lastOf('constant', 'learningRate')).toBe(1);
    expect(lastOf('cosine', 'learningRate')).toBeLessThan(1e-3);
    expect(lastOf('step', 'learningRate')).toBeCloseTo(0.01, 12);
  });

  test('of an unknown name are refused with the nearest one', () => {
    expect(() => candidatesNamed(['cosin'])).toThrow(ThermoError);
    expect(() => candidatesNamed(['cosin'])).toThrow(
      /candidate 'cosin' is not known \(perhaps you meant cosine\)/,
    );
  });
});
