import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  along,
  controller,
  equilibrate,
  ramp,
  type ControlSettings,
  type Point,
  type Stage,
} from '../../src/control/index.js';
import { ThermoMonitor, ThermoSGD } from '../../src/network/index.js';
import { adiabatic } from '../../src/physics/index.js';
import { memoryRecorder } from '../../src/recorders/memoryRecorder.js';
import { ensemble, simulate } from '../../src/simulator/index.js';
import { useBackend } from '../backends.js';

beforeAll(() => useBackend('cpu'));

const start = [0.9, -0.5, 0.3, 0.2, -0.4];
const radius = 1.5;
const scale = radius / Math.hypot(...start);
const every = 10;

interface Path {
  readonly weights: Float32Array;
  readonly points: readonly Point[];
}

async function simulated(settings: ControlSettings, stages: readonly Stage[], steps: number): Promise<Path> {
  const body = await ensemble({ dimension: start.length, chains: 1, radius, directions: start });
  const recorder = memoryRecorder();
  const options = { body, steps, every, noiseDeviation: 0, recorders: [recorder] };
  await simulate({ ...options, controller: controller(settings, stages) });
  return { weights: await body.weights(), points: recorder.points };
}

async function trained(settings: ControlSettings, stages: readonly Stage[], steps: number): Promise<Path> {
  const weight = tf.variable(tf.tensor1d(start.map((value) => value * scale)));
  const optimizer = new ThermoSGD({ ...settings, process: stages, invariant: () => true });
  const recorder = memoryRecorder();
  const monitor = new ThermoMonitor({ optimizer, every, noise: 'off', recorders: [recorder] });
  const loss = (): tf.Scalar => tf.add(1, tf.div(tf.gather(weight, 0), tf.norm(weight)));
  for (let step = 0; step < steps && !optimizer.ended; step += 1) {
    optimizer.minimize(loss, false, [weight]);
    await monitor.step();
  }
  const weights = (await weight.data()) as Float32Array;
  monitor.dispose();
  optimizer.dispose();
  weight.dispose();
  return { weights, points: recorder.points };
}

/**
 * Single precision rounds by 6e-8 of a value. Over a hundred steps, none of which spreads what they find, the weights part
 * by a hundred of that at most; a pressure that is read off a sphere's stretch is the stretch over eta_eff r^2 >= 0.02, so it
 * shows fifty times its rounding.
 */
const weightTolerance = 100 * 6e-8;
const numberTolerance = 3 * 50 * 6e-8;

function expectSamePath(one: Path, other: Path): void {
  expect(one.points.map(({ step, phase }) => ({ step, phase }))).toEqual(
    other.points.map(({ step, phase }) => ({ step, phase })),
  );
  one.weights.forEach((value, i) =>
    expect(Math.abs(value - other.weights[i]!)).toBeLessThan(weightTolerance * radius),
  );
  one.points.forEach((point, i) => {
    for (const name of compared) {
      const [ours, theirs] = [point[name], other.points[i]![name]];
      if (typeof ours !== 'number' || typeof theirs !== 'number') {
        expect([name, ours]).toEqual([name, theirs]);
        continue;
      }
      const allowed = numberTolerance * Math.max(1, Math.abs(theirs));
      expect(Math.abs(ours - theirs), `${name} at ${point.step}`).toBeLessThan(allowed);
    }
  });
}

/** Every field of an observation but those that only one body shows: noise, angle, step correlation. */
const compared = [
  'pressure',
  'volume',
  'internalEnergy',
  'dimension',
  'squaredRadius',
  'secondMoment',
  'effectiveLearningRate',
  'learningRate',
  'weightDecay',
  'guarded',
  'loss',
];

describe('without noise the ensemble and ThermoSGD go the same way', () => {
  // With momentum the rates are those of a lasting force, eta / (1 - a): below what the optimizer's guard would hold back.
  const moving: [string, (momentum: number) => ControlSettings][] = [
    [
      'at a learning rate that falls, with a weight decay that rises',
      (momentum) => ({
        learningRate: ramp(0.2 * (1 - momentum), 0.02 * (1 - momentum), 50, 'cosine'),
        weightDecay: ramp(0.01, 0.3, 70),
      }),
    ],
    [
      'at an effective learning rate that falls, with a weight decay that rises',
      (momentum) => ({
        effectiveLearningRate: ramp(0.1 * (1 - momentum), 0.01 * (1 - momentum), 50, 'geometric'),
        weightDecay: ramp(0.01, 0.3, 70),
      }),
    ],
    [
      'on a sphere whose radius moves',
      (momentum) => ({
        effectiveLearningRate: ramp(0.1 * (1 - momentum), 0.01 * (1 - momentum), 50),
        radius: ramp(1.5, 3, 60),
      }),
    ],
  ];
  test.each(
    moving.flatMap(([title, settings]) =>
      [0, 0.9].map((momentum) => [title, momentum, { ...settings(momentum), momentum }] as const),
    ),
  )('%s, with momentum %f', async (_, __, settings) => {
    const one = await simulated(settings, [], 100);
    const other = await trained(settings, [], 100);
    expect(one.points.map(({ step }) => step)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expectSamePath(one, other);
  });

  test.each(['piston', 'feedForward', 'quasiStatic'] as const)(
    'through the stages of a process driven by %s, which both begin and end at the same steps',
    async (drive) => {
      const stages = [
        equilibrate({ tolerance: 0.3, observations: 1 }),
        along(adiabatic({ temperatureRatio: 0.5 }), { steps: 55, drive }),
      ];
      const settings = { effectiveLearningRate: 0.1, weightDecay: 0.02 };
      const one = await simulated(settings, stages, 400);
      const other = await trained(settings, stages, 400);
      const phases = one.points.map(({ phase }) => phase);
      expect(phases).toContain('isotherm');
      expect(phases).toContain('adiabatic');
      // The last window of a simulation is read where its stages end; a monitor reads at its cadence alone.
      expectSamePath({ ...one, points: one.points.slice(0, other.points.length) }, other);
      expect(one.points.length - other.points.length).toBe(1);
    },
  );
});
