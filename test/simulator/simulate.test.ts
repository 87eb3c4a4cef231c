import { describe, expect, test } from 'vitest';
import {
  along,
  controller,
  equilibrate,
  hold,
  ramp,
  type Controller,
  type Observation,
} from '../../src/control/index.js';
import { isothermal } from '../../src/physics/index.js';
import { memoryRecorder } from '../../src/recorders/memoryRecorder.js';
import { ensemble, simulate, type Ensemble, type SimulateOptions } from '../../src/simulator/index.js';

const settings = { effectiveLearningRate: 0.01, weightDecay: 0.02 };
const gas = (): Promise<Ensemble> => ensemble({ dimension: 3, chains: 8 });

/** A controller that notes what it is shown. */
function listening(inner: Controller): { readonly controller: Controller; readonly shown: Observation[] } {
  const shown: Observation[] = [];
  const observe = (observation: Observation): void => {
    shown.push(observation);
    inner.observe(observation);
  };
  return { controller: { ...inner, observe }, shown };
}

describe('simulate', () => {
  test('reads where step % every = 0 and where it ends, and shows each reading to the controller', async () => {
    const body = await gas();
    const recorder = memoryRecorder();
    const { controller: watched, shown } = listening(controller(settings));
    const options = { body, controller: watched, every: 20, recorders: [recorder] };
    expect(await simulate({ ...options, steps: 47 })).toMatchObject({ state: 'finished', steps: 47 });
    await simulate({ ...options, steps: 20 });
    const seen = shown.map(({ step, window }) => [step, window]);
    expect(seen).toEqual([
      [20, 20],
      [40, 20],
      [47, 7],
      [60, 13],
      [67, 7],
    ]);
    expect(recorder.points.map(({ step }) => step)).toEqual([20, 40, 47, 60, 67]);
  });

  test('records the columns of a training, with the exact noise', async () => {
    const body = await gas();
    const recorder = memoryRecorder();
    const noiseDeviation = ramp(1, 3, 2);
    await simulate({
      body,
      controller: controller(settings),
      steps: 3,
      every: 3,
      recorders: [recorder],
      noiseDeviation,
    });
    expect(recorder.points).toHaveLength(1);
    expect(recorder.points[0]).toMatchObject({
      step: 3,
      phase: 'hold',
      dimension: 3,
      noise: ((1 + 4 + 9) / 3) * 2,
      pressure: expect.closeTo(0.02, 8),
      weightDecay: 0.02,
      angle: null,
      stepCorrelation: null,
      guarded: 0,
    });
    // T = eta_eff trSigma / (2 (d - 1)).
    expect(recorder.points[0]!['temperature']).toBeCloseTo((0.01 * (14 / 3) * 2) / 4, 8);
  });

  test('ends with the stages of its controller, in the step they end', async () => {
    const body = await gas();
    const recorder = memoryRecorder();
    const stages = [hold({ steps: 30 }), hold({ steps: 25, name: 'rest' })];
    const options = { body, controller: controller(settings, stages), every: 20, recorders: [recorder] };
    expect(await simulate({ ...options, steps: 1000 })).toMatchObject({ state: 'finished', steps: 55 });
    expect(recorder.points.map(({ step, phase }) => [step, phase])).toEqual([
      [20, 'hold'],
      [40, 'rest'],
      [55, 'rest'],
    ]);
    expect(await simulate({ ...options, steps: 1000 })).toMatchObject({ state: 'finished', steps: 55 });
  });

  test('settles an isotherm and follows an expansion from the volume that it found', async () => {
    const body = await ensemble({ dimension: 16, chains: 400 });
    const recorder = memoryRecorder();
    const stages = [
      equilibrate({ tolerance: 0.02 }),
      along(isothermal({ volumeRatio: 4 }), { steps: 200, drive: 'piston' }),
    ];
    const cold = { effectiveLearningRate: 0.02, weightDecay: 0.1 };
    await simulate({ body, controller: controller(cold, stages), steps: 10_000, recorders: [recorder] });
    const settled = recorder.points.findLast(({ phase }) => phase === 'isotherm')!;
    expect(Math.abs((settled['totalCompressibility'] as number) - 1)).toBeLessThan(0.05);
    const weights = await body.weights();
    const square = weights.reduce((sum, value) => sum + value ** 2, 0) / 400;
    // The piston starts at the settled radius, the root mean square over the chains, and every chain is put on it.
    expect(square / 2 / (settled['volume'] as number)).toBeGreaterThan(3.9);
    expect(square / 2 / (settled['volume'] as number)).toBeLessThan(4.1);
  });

  test('stops at a signal, with what was recorded until then', async () => {
    const body = await gas();
    const stop = new AbortController();
    const recorder = memoryRecorder();
    const stopping = { record: ({ step }: { step: number }) => step === 60 && stop.abort(), close: () => {} };
    const result = await simulate({
      body,
      controller: controller(settings),
      steps: 1000,
      recorders: [recorder, stopping as never],
      signal: stop.signal,
    });
    expect(result).toMatchObject({ state: 'interrupted', steps: 60 });
    expect(recorder.points.map(({ step }) => step)).toEqual([20, 40, 60]);
  });

  test('stops within a long window, which it leaves unread', async () => {
    const body = await ensemble({ dimension: 3, chains: 1000 });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    const result = await simulate({
      body,
      controller: controller(settings),
      steps: 2_000_000,
      every: 2_000_000,
      signal: stop.signal,
    });
    expect(result).toMatchObject({ state: 'interrupted', latest: null });
    expect(result.steps).toBeLessThan(2_000_000);
  });

  test('tells a gas that turned non-finite, after its point was recorded', async () => {
    const body = await gas();
    const recorder = memoryRecorder();
    const wild = controller({ learningRate: ramp(0.1, 1e30, 40), weightDecay: 1 });
    await expect(
      simulate({ body, controller: wild, steps: 100, recorders: [recorder] }),
    ).rejects.toMatchObject({ name: 'DivergenceError', step: 20 });
    expect(recorder.points.map(({ step }) => step)).toEqual([20]);
  });

  test.each<[string, Partial<SimulateOptions>, RegExp]>([
    ['no steps', { steps: 0 }, /^steps is 0/],
    ['a cadence that is not whole', { every: 0.5 }, /^every is 0.5/],
    ['a negative deviation', { noiseDeviation: -1 }, /^noiseDeviation is -1/],
    ['a strength that is not finite', { strength: NaN }, /^strength is NaN/],
    ['an option that is not known', { step: 3 } as never, /^simulate has no option step/],
  ])('refuses %s', async (_, given, message) => {
    const options = { body: await gas(), controller: controller(settings), steps: 10, ...given };
    await expect(simulate(options)).rejects.toThrow(message);
  });
});
