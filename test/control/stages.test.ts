import { describe, expect, test } from 'vitest';
import { along, controller, equilibrate, hold, stageFrom, type Stage } from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';
import { adiabatic, isobaric, isochoric, isothermal, polytropic } from '../../src/physics/index.js';
import { drive } from './drive.js';
import { radiusGas } from './radiusGas.js';

// At eta_eff = .002, lambda = .01 and M = 20 the gas is settled at r^2 = eta_eff M / (2 lambda) = 2, and the volume closes a
// gap in 1 / (2 eta_eff lambda r^2) = 12,500 steps.
const settings = { effectiveLearningRate: 0.002, weightDecay: 0.01 };
const settled = () => radiusGas({ secondMoment: 20, squaredRadius: 2 });

describe('hold', () => {
  test('keeps the control it finds for its steps, then makes way', () => {
    const steps = drive(
      controller(settings, [hold({ steps: 3, name: 'warm-up' }), hold({ steps: 2 })]),
      settled(),
      {
        to: 7,
      },
    );
    expect(steps.map(({ phase }) => phase)).toEqual([
      'warm-up',
      'warm-up',
      'warm-up',
      'hold',
      'hold',
      'hold',
      'hold',
    ]);
    for (const { control } of steps) {
      expect(control).toEqual({ protocol: 'fixedEffectiveLearningRate', ...settings, momentum: 0 });
    }
  });

  test('refuses a number of steps that is none', () => {
    expect(() => hold({ steps: 0 })).toThrow(
      new ThermoError('steps of hold is 0: pass a whole number of at least 1'),
    );
  });
});

describe('equilibrate', () => {
  test('ends when Z_tot, pooled over the last observations, is within the tolerance', () => {
    // From r^2 = 1.6 at twenty times the decay's speed: 1 / (2 eta_eff lambda r*^2) = 125 steps.
    const fast = { effectiveLearningRate: 0.02, weightDecay: 0.1 };
    const gas = radiusGas({ secondMoment: 20, squaredRadius: 1.6 });
    const made = controller(fast, [equilibrate({ tolerance: 0.02, observations: 2 })]);
    const steps = drive(made, gas, { to: 1000 });
    // Z_tot = r^2 / r*^2 = 1 / (1 + .25 e^(-t / 125)) reaches .98 at t = 125 ln(.25 * 49) = 313; of the observations at 300
    // and 320 the mean is first within .02 at 320 or one later.
    const ended = steps.findIndex(({ phase }) => phase === 'hold');
    expect(ended).toBeGreaterThanOrEqual(320);
    expect(ended).toBeLessThanOrEqual(340);
    expect(made.endedBy(1000)).toBe(true);
  });

  test('does not end on fewer observations than it pools', () => {
    const made = controller(settings, [equilibrate({ observations: 4 })]);
    const steps = drive(made, settled(), { to: 100 });
    expect(steps.map(({ phase }) => phase).indexOf('hold')).toBe(80);
  });

  test('ends at its limit where the gas has not settled', () => {
    const made = controller(settings, [equilibrate({ atMost: 50 })]);
    const steps = drive(made, radiusGas({ secondMoment: 20, squaredRadius: 1 }), { to: 60 });
    expect(steps.map(({ phase }) => phase).indexOf('hold')).toBe(50);
  });

  test.each<[string, object, string]>([
    ['tolerance 0', { tolerance: 0 }, 'tolerance of equilibrate is 0: pass a number greater than 0'],
    [
      'no observations',
      { observations: 0 },
      'observations of equilibrate is 0: pass a whole number of at least 1',
    ],
    [
      'more observations than a stage is shown',
      { observations: 17 },
      "observations of equilibrate is 17: pass at most 16, 'secondHalf' for all of the second half, or read less often for a longer mean",
    ],
    ['no steps at least', { atLeast: 0 }, 'atLeast of equilibrate is 0: pass a whole number of at least 1'],
    ['a limit of 0', { atMost: 0 }, 'atMost of equilibrate is 0: pass a whole number of at least 1'],
  ])('refuses %s', (_, options, message) => {
    expect(() => equilibrate(options)).toThrow(new ThermoError(message));
  });
});

/** The largest |r^2 / path - 1| of a gas led to a tenth of T in `steps` steps along an adiabat. */
function largestLag(how: 'piston' | 'feedForward' | 'quasiStatic', steps: number): number {
  const process = adiabatic({ temperatureRatio: 0.1 });
  const made = controller(settings, [hold({ steps: 20 }), along(process, { steps, drive: how })]);
  const [start, ...driven] = drive(made, settled(), { to: 20 + steps })
    .slice(19)
    .map(({ squaredRadius }) => squaredRadius);
  // T V is held, so on the geometric way V / V0 = 10^(t / steps).
  return Math.max(
    ...driven.map((squaredRadius, i) => Math.abs(squaredRadius / (start! * 10 ** ((i + 1) / steps)) - 1)),
  );
}

describe('along an adiabat to a tenth of the temperature', () => {
  test('the piston keeps the volume on its path', () => {
    expect(largestLag('piston', 400)).toBeLessThan(1e-12);
  });

  test('feed-forward keeps the volume within 0.1 % of its path even in 400 steps', () => {
    expect(largestLag('feedForward', 400)).toBeLessThan(0.001);
  });

  test('the quasi-static decay leaves the volume more than 80 % short', () => {
    expect(largestLag('quasiStatic', 400)).toBeGreaterThan(0.8);
  });

  test('at gamma = 2 a fixed learning rate stays what it is while the decay falls as p V^2 = const', () => {
    const learningRate = 0.004;
    const made = controller({ learningRate, weightDecay: 0.01 }, [
      along(adiabatic({ temperatureRatio: 0.1 }), { steps: 100, drive: 'quasiStatic' }),
    ]);
    const driven = drive(made, settled(), { to: 101 });
    for (const { control } of driven) {
      expect(control.protocol === 'fixedLearningRate' && control.learningRate).toBeCloseTo(learningRate, 15);
    }
    const { control } = driven[50]!;
    expect(control.protocol === 'fixedLearningRate' && control.weightDecay).toBeCloseTo(
      0.01 / 10 ** (2 * 0.5),
      15,
    );
  });

  test('feed-forward at a fixed learning rate keeps the volume on its path too', () => {
    const made = controller({ learningRate: 0.004, weightDecay: 0.01 }, [
      hold({ steps: 20 }),
      along(adiabatic({ temperatureRatio: 0.1 }), { steps: 400, drive: 'feedForward' }),
    ]);
    const driven = drive(made, settled(), { to: 420 });
    expect(driven.at(-1)!.squaredRadius / 20).toBeGreaterThan(0.97);
    expect(driven.at(-1)!.squaredRadius / 20).toBeLessThan(1.03);
  });
});

describe('along other processes', () => {
  const start = { protocol: 'fixedEffectiveLearningRate', ...settings, momentum: 0 } as const;
  const ends = (stage: Stage) => {
    const gas = settled();
    gas.step(start);
    return stage.begin({ step: 1, control: start, observation: gas.read(start), radius: null }).end([]);
  };

  test.each([
    ['isothermal', isothermal({ volumeRatio: 4 }), { effectiveLearningRate: 0.002, weightDecay: 0.0025 }],
    ['isobaric', isobaric({ volumeRatio: 4 }), { effectiveLearningRate: 0.008, weightDecay: 0.01 }],
    ['isochoric', isochoric({ temperatureRatio: 4 }), { effectiveLearningRate: 0.008, weightDecay: 0.04 }],
    ['adiabatic', adiabatic({ volumeRatio: 4 }), { effectiveLearningRate: 0.0005, weightDecay: 0.000625 }],
    [
      'polytropic of index 1.5',
      polytropic({ polytropicIndex: 1.5, volumeRatio: 4 }),
      { effectiveLearningRate: 0.001, weightDecay: 0.00125 },
    ],
  ])('%s ends in the control that holds its end', (_, process, { effectiveLearningRate, weightDecay }) => {
    const end = ends(along(process, { steps: 10 })) as typeof start;
    expect(end.protocol).toBe('fixedEffectiveLearningRate');
    expect(end.effectiveLearningRate).toBeCloseTo(effectiveLearningRate, 15);
    expect(end.weightDecay).toBeCloseTo(weightDecay, 15);
  });

  test('a sphere stays a sphere and its radius follows the volume', () => {
    const made = controller({ effectiveLearningRate: 0.002, radius: 2 }, [
      along(isothermal({ volumeRatio: 4 }), { steps: 2 }),
    ]);
    const radii = drive(made, settled(), { to: 4 }).map(
      ({ control }) => control.protocol === 'fixedSphere' && control.radius,
    );
    expect(radii[0]).toBeCloseTo(2 * Math.SQRT2, 14);
    for (const radius of radii.slice(1)) expect(radius).toBeCloseTo(4, 14);
  });

  test('a pacing speaks of the temperature', () => {
    const made = controller(settings, [
      along(isobaric({ temperatureRatio: 0.5 }), { steps: 4, pacing: 'linear', drive: 'quasiStatic' }),
    ]);
    const rates = drive(made, settled(), { to: 5 }).map(
      ({ control }) => control.protocol === 'fixedEffectiveLearningRate' && control.effectiveLearningRate,
    );
    [0.002, 0.00175, 0.0015, 0.00125, 0.001].forEach((rate, i) => expect(rates[i]).toBeCloseTo(rate, 15));
  });
});

describe('legs of a piston', () => {
  const legs = (ratios: readonly number[], steps: number) =>
    ratios.map((volumeRatio) => along(isothermal({ volumeRatio }), { steps }));

  test('follow one another without a jump, wherever the readings fall', () => {
    const made = controller(settings, [hold({ steps: 20 }), ...legs([2, 2, 2, 2], 10)]);
    const gas = settled();
    const driven = drive(made, gas, { to: 60 });
    const before = driven[19]!.squaredRadius;
    expect(driven[59]!.squaredRadius / before).toBeCloseTo(16, 10);
    const jumps = driven
      .slice(20)
      .map(({ squaredRadius }, i) => squaredRadius / driven[19 + i]!.squaredRadius);
    for (const jump of jumps) expect(jump).toBeCloseTo(2 ** 0.1, 10);
  });

  test('that go out and back end where they began', () => {
    const made = controller(settings, [hold({ steps: 20 }), ...legs([4, 0.25], 50)]);
    const gas = settled();
    const driven = drive(made, gas, { to: 120 });
    expect(driven[119]!.squaredRadius / driven[19]!.squaredRadius).toBeCloseTo(1, 10);
  });

  test('begin at a reading, so that the radius they take up is the present one', () => {
    const made = controller(settings, [hold({ steps: 25 }), ...legs([2], 10)]);
    const gas = settled();
    const driven = drive(made, gas, { to: 60 });
    // Readings are made every 20 steps: the first after 25 steps is at 40.
    expect(driven.map(({ phase }) => phase).indexOf('isothermal')).toBe(40);
    expect(driven[40]!.squaredRadius / driven[39]!.squaredRadius).toBeCloseTo(2 ** 0.1, 10);
  });

  test('a process is over as soon as its last step is taken', () => {
    const made = controller(settings, [hold({ steps: 3 }), hold({ steps: 4 })]);
    for (let step = 0; step < 7; step += 1) {
      expect(made.endedBy(step)).toBe(false);
      made.next(step);
    }
    expect(made.endedBy(7)).toBe(true);
  });
});

describe('after the last stage', () => {
  test.each(['piston', 'feedForward', 'quasiStatic'] as const)(
    'the state that a %s adiabat ends in is held in equilibrium',
    (how) => {
      const made = controller(settings, [
        hold({ steps: 20 }),
        along(adiabatic({ temperatureRatio: 0.5 }), { steps: 400, drive: how }),
      ]);
      const gas = settled();
      drive(made, gas, { to: 420 });
      const atEnd = gas.squaredRadius;
      const held = drive(made, gas, { from: 420, to: 1420 });
      expect(made.endedBy(1420)).toBe(true);
      expect(held[0]!.phase).toBe('hold');
      const { control } = held.at(-1)!;
      expect(control).toEqual(held[0]!.control);
      expect(control).toMatchObject({ protocol: 'fixedEffectiveLearningRate' });
      // p V = R T_tot at the path's end: the volume stays where piston and feed-forward have brought it.
      const moved = Math.abs(gas.squaredRadius / atEnd - 1);
      if (how !== 'quasiStatic') expect(moved).toBeLessThan(0.003);
    },
  );

  test('settings without stages never end', () => {
    const made = controller(settings);
    expect(made.next(1e6)).toEqual({
      control: { protocol: 'fixedEffectiveLearningRate', ...settings, momentum: 0 },
      phase: 'hold',
    });
    expect(made.endedBy(1e6)).toBe(false);
  });
});

describe('what cannot be done is refused', () => {
  test.each(['piston', 'feedForward'] as const)('%s without a measured volume to start from', (how) => {
    const made = controller(settings, [
      along(adiabatic({ temperatureRatio: 0.5 }), { steps: 10, drive: how }),
    ]);
    expect(() => made.next(0)).toThrow(
      new ThermoError(
        'adiabatic has no measured state to start from: put equilibrate() or hold() before it, and let a monitor read the optimizer while it lasts',
      ),
    );
  });

  test('a process that cannot reach its end', () => {
    expect(() => along({ kind: 'isothermal', temperatureRatio: 0.5 }, { steps: 10 })).toThrow(
      new ThermoError(
        'temperatureRatio is 0.5 in an isothermal process, which holds the temperature: pass pressureRatio or volumeRatio, or take a process that moves the temperature',
      ),
    );
  });

  test('a process over no steps', () => {
    expect(() => along(adiabatic({ temperatureRatio: 0.5 }), { steps: 0 })).toThrow(
      new ThermoError('steps of adiabatic is 0: pass a whole number of at least 1'),
    );
  });

  test.each([
    ['a stage in no array', hold({ steps: 1 })],
    ['null', [null]],
  ])('%s', (_, stages) => {
    expect(() => controller(settings, stages as unknown as Stage[])).toThrow(
      new ThermoError('process is not an array of stages: pass one such as [equilibrate(), along(...)]'),
    );
  });

  test('a process in place of the stage that goes along it', () => {
    const stages = [adiabatic({ temperatureRatio: 0.5 })] as unknown as Stage[];
    expect(() => controller(settings, stages)).toThrow(
      new ThermoError(
        'process holds adiabatic(...) itself: pass the stage that goes along it, along(adiabatic(...), { steps: 1000 })',
      ),
    );
  });

  test.each([
    ['hold', () => hold(undefined as never), 'steps, name, stage'],
    [
      'along',
      () => along(adiabatic({ temperatureRatio: 0.5 }), undefined as never),
      'steps, pacing, drive, name, stage, process',
    ],
  ])('%s without its options', (name, make, known) => {
    expect(make).toThrow(
      new ThermoError(`${name} is given nothing in place of its options: pass an object with ${known}`),
    );
  });

  test('a saved stage of an unknown name', () => {
    expect(() => stageFrom({ stage: 'melt' })).toThrow(
      new ThermoError(
        "stage 'melt' is not known: known are hold, equilibrate, along, measuredAdiabat, quench, regulate",
      ),
    );
  });
});
