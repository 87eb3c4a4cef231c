import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ramp, settle, type ControlSettings } from '../../src/control/index.js';
import { ThermoSGD, type ThermoSGDOptions } from '../../src/network/index.js';
import { useBackend } from '../backends.js';
import { applyGiven, seededGradients, seededVariables, valuesOf } from './givenGradients.js';
import { norm, referenceGroup, stepInvariant, stepPlain, type ReferenceShown } from './referenceGas.js';

const steps = 20;

// float32 rounds each result to one part in 2^24. A step makes at most ten roundings of numbers of the size of a weight,
// and |w| is at most 8 here: 20 steps x 10 x 8 / 2^24 = 1e-4 at the very worst; roundings that are as often up as down give the
// root of their number, 14 x 8 / 2^24 = 7e-6.
const tolerance = 7e-6;

const decays = [0, 0.02];
const momenta = [0, 0.9];
const rows: [string, ControlSettings][] = momenta.flatMap((momentum) => [
  ...decays.flatMap((weightDecay): [string, ControlSettings][] => [
    ['fixed learning rate', { learningRate: 0.02, weightDecay, momentum }],
    // The larger momentum has the smaller rate, so that no step is one for the guard.
    [
      'fixed effective learning rate',
      { effectiveLearningRate: 0.01 * (1 - momentum), weightDecay, momentum },
    ],
  ]),
  ['fixed sphere', { effectiveLearningRate: 0.01 * (1 - momentum), radius: 3, momentum }],
  [
    'sphere whose radius moves',
    { effectiveLearningRate: 0.01 * (1 - momentum), radius: ramp(5, 3, 15), momentum },
  ],
  [
    'settings on schedules',
    { learningRate: ramp(0.05, 0.01, 10, 'cosine'), weightDecay: ramp(0, 0.1, 20), momentum },
  ],
]);
const others = { learningRate: 0.03, weightDecay: 0.05, momentum: 0.5 };

/** Steps of the optimizer and of the reference side by side. */
async function besideReference(options: ThermoSGDOptions, partsOfKernels: readonly (readonly number[])[]) {
  const { kernels, others: rest } = seededVariables();
  const variables = [...kernels, ...rest].map(({ variable }) => variable);
  const optimizer = new ThermoSGD({ ...options, invariant: 'kernel*' });
  optimizer.readingEvery = steps;
  const parts = partsOfKernels.map((members) => referenceGroup(members.map((i) => kernels[i]!.values)));
  const plain = referenceGroup(rest.map(({ values }) => values));
  const settled = settle(options);
  const gradients = seededGradients(0.2);
  const shown: ReferenceShown[][] = [];
  for (let step = 0; step < steps; step += 1) {
    const given = gradients();
    applyGiven(optimizer, variables, [...given.kernels, ...given.others]);
    shown.push(
      parts.map((part, i) =>
        stepInvariant(
          part,
          partsOfKernels[i]!.map((member) => given.kernels[member]!),
          settled.at(step),
        ),
      ),
    );
    if (options.others !== 'frozen')
      stepPlain(plain, given.others, { ...others, ...options.others } as typeof others);
  }
  const reading = await optimizer.read();
  const values = await valuesOf(variables);
  optimizer.dispose();
  tf.dispose(variables);
  return {
    reading,
    kernels: values.slice(0, kernels.length),
    others: values.slice(kernels.length),
    expected: { kernels: parts.flatMap(({ weights }) => weights), others: plain.weights, shown },
    start: { others: rest.map(({ values: start }) => start) },
  };
}

function expectClose(values: readonly number[][], expected: readonly number[][]): void {
  const worst = Math.max(
    ...values.flatMap((row, i) => row.map((value, j) => Math.abs(value - expected[i]![j]!))),
  );
  expect(worst).toBeLessThan(tolerance);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each(['tensorflow', 'wasm', 'cpu'])('on %s, 20 steps agree with a float64 reference', (backend) => {
  beforeAll(() => useBackend(backend));

  test.each(rows)('%s %j', async (_, settings) => {
    const run = await besideReference({ ...settings, others }, [[0, 1]]);
    expectClose(run.kernels, run.expected.kernels);
    expectClose(run.others, run.expected.others);

    const { whole } = run.reading;
    const shown = run.expected.shown.map(([whole]) => whole!);
    expect(whole.window).toBe(steps);
    expect(whole.dimension).toBe(32);
    expect(whole.guarded).toBe(0);
    expect(whole.squaredRadius / mean(shown.map(({ squaredRadius }) => squaredRadius))).toBeCloseTo(1, 5);
    expect(whole.secondMoment / mean(shown.map(({ secondMoment }) => secondMoment))).toBeCloseTo(1, 5);
    // r' - r is about 1e-2 r, so that it keeps five of the seven digits of r.
    expect(whole.pressure).toBeCloseTo(mean(shown.map(({ pressure }) => pressure)), 4);
    expect(whole.angle! / shown.at(-1)!.angle).toBeCloseTo(1, 4);
  });

  test.each(rows)('one radius a layer: %s %j', async (_, settings) => {
    const run = await besideReference({ ...settings, others, radii: 'perLayer' }, [[0], [1]]);
    expectClose(run.kernels, run.expected.kernels);
    expectClose(run.others, run.expected.others);
    expect(run.reading.groups.map(({ dimension }) => dimension)).toEqual([20, 12]);
    run.reading.groups.forEach((group, i) => {
      expect(
        group.secondMoment / mean(run.expected.shown.map((groups) => groups[i]!.secondMoment)),
      ).toBeCloseTo(1, 5);
      expect(group.radius).toBeCloseTo(norm(run.kernels[i]!), 5);
    });
  });

  test('others that are frozen keep every bit', async () => {
    const run = await besideReference({ effectiveLearningRate: 0.01, weightDecay: 0.02, others: 'frozen' }, [
      [0, 1],
    ]);
    expectClose(run.kernels, run.expected.kernels);
    expect(run.others).toEqual(run.start.others);
  });

  test('the sphere is held to one part in a million', async () => {
    const run = await besideReference({ effectiveLearningRate: 0.01, radius: 3, others }, [[0, 1]]);
    expect(Math.abs(norm(run.kernels.flat()) / 3 - 1)).toBeLessThan(1e-6);
    expect(Math.abs(run.reading.whole.radius / 3 - 1)).toBeLessThan(1e-6);
  });

  test('each layer has a sphere of its own with a radius a layer', async () => {
    const run = await besideReference({ effectiveLearningRate: 0.01, radius: 3, others, radii: 'perLayer' }, [
      [0],
      [1],
    ]);
    for (const kernel of run.kernels) expect(Math.abs(norm(kernel) / 3 - 1)).toBeLessThan(1e-6);
  });
});
