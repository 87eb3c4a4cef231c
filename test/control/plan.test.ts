import { describe, expect, test } from 'vitest';
import { along, equilibrate, hold, plan } from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';
import { adiabatic, radiusAtFixedEffectiveLearningRate } from '../../src/physics/index.js';

const gas = { dimension: 101, secondMoment: 20, noise: 15, radius: Math.SQRT2 };
const settings = { effectiveLearningRate: 0.002, weightDecay: 0.01 };

describe('a plan', () => {
  test('follows the relaxation of the radius to its closed form', () => {
    const { points } = plan({ settings, gas: { ...gas, radius: 1 }, steps: 10_000 });
    const wanted = radiusAtFixedEffectiveLearningRate({
      ...settings,
      initialRadius: 1,
      steps: 9990.5,
      secondMoment: 20,
    });
    // The point shows the mean over its window of twenty; the closed form is that of small steps.
    expect(points.at(-1)!.squaredRadius).toBeCloseTo(wanted ** 2, 3);
  });

  test('tells phases, where the process ends, and that a piston needs no time', () => {
    const made = plan({
      settings,
      gas,
      steps: 5000,
      process: [equilibrate(), along(adiabatic({ temperatureRatio: 0.1 }), { steps: 1000 })],
    });
    expect(made.phases.map(({ name, from, to }) => ({ name, from, to }))).toEqual([
      { name: 'isotherm', from: 0, to: 80 },
      { name: 'adiabatic', from: 80, to: 1080 },
    ]);
    expect(made.phases[0]!.relaxationTime).toBeCloseTo(1 / (2 * 0.002 * 0.01 * 2), 6);
    expect(made.phases[1]!.relaxationTime).toBe(0);
    expect(made.ended).toBe(1080);
    expect(made.warnings).toEqual([]);
    // The last reading, at 1,080, is of the steps 1,060 to 1,079: the middle of the window is .99 of the way.
    expect(
      Math.log10(Number(made.points.at(-1)!.temperature) / Number(made.points[0]!.temperature)),
    ).toBeCloseTo(-0.99, 2);
  });

  test('warns of a volume that cannot keep up, a decay that turns negative, steps that are too long, and a process cut short', () => {
    const texts = (options: Partial<Parameters<typeof plan>[0]>) =>
      plan({ settings, gas, steps: 2000, ...options }).warnings.map(({ step, text }) => `${step}: ${text}`);
    const cooling = (drive: 'quasiStatic' | 'feedForward') => [
      hold({ steps: 20 }),
      along(adiabatic({ temperatureRatio: 0.1 }), { steps: 400, drive }),
    ];
    expect(texts({ process: cooling('quasiStatic') })[0]).toMatch(
      /^\d+: adiabatic lasts 400 steps and the volume's relaxation time is up to \d+ steps: the gas will not be in equilibrium/,
    );
    expect(texts({ process: cooling('feedForward') }).join('\n')).toMatch(/the weight decay turns negative/);
    expect(texts({ settings: { effectiveLearningRate: 0.1, radius: 1 } })).toEqual([
      '20: a step turns the weights by 0.45 radians: lower the effective learning rate',
    ]);
    expect(texts({ settings: { learningRate: 0.8, weightDecay: 0.5 } })).toContain(
      '20: decay takes 40 % of the weights in a step: lower the learning rate or the weight decay',
    );
    expect(texts({ process: [hold({ steps: 5000 })] })).toEqual([
      '2000: the process has not ended after 2000 steps: raise steps, or shorten its stages',
    ]);
  });

  test('refuses what is no gas', () => {
    expect(() => plan({ settings, gas: { ...gas, radius: 0 }, steps: 10 })).toThrow(
      new ThermoError('radius is 0: pass a number greater than 0'),
    );
  });
});
