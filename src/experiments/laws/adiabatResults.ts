import { along, controller, hold, type Point } from '../../control/index.js';
import { adiabatic, equilibriumPressure, estimateOf, volume } from '../../physics/index.js';
import { ensemble, simulate } from '../../simulator/index.js';
import type { LawCheckOptions } from './lawCheck.js';
import { lawResult, type LawResult } from './lawResult.js';

const dimension = 3;
/** T at the start, so low that U = R T in three dimensions, and the steps of the process and of the holds about it. */
const temperature = 0.2;
const learningRate = 0.01;
const steps = 20_000;
const every = 100;
const temperatureRatio = 0.5;
const repetitions = 8;

/**
 * The adiabat as it comes about by itself: a constant learning rate, and a weight decay that falls slowly. T is the gas's own,
 * U / R, not that of the bath, whose product with V is held by the learning rate alone.
 */
export async function adiabatResults({ seed, signal }: LawCheckOptions): Promise<readonly LawResult[]> {
  const ratios: { readonly volume: number; readonly product: number }[] = [];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const [before, after] = await holds(seed + repetition, signal);
    const volumeRatio = after.volume / before.volume;
    ratios.push({
      volume: volumeRatio,
      product: (volumeRatio * after.internalEnergy) / before.internalEnergy,
    });
  }
  return [
    lawResult({
      name: 'adiabat at constant learning rate: T V after over T V before',
      ...estimateOf(ratios.map(({ product }) => product)),
      theory: 1,
      tolerance: 0.01,
    }),
    lawResult({
      name: 'adiabat at constant learning rate: V after over V before',
      ...estimateOf(ratios.map((ratio) => ratio.volume)),
      theory: 1 / temperatureRatio,
      tolerance: 0.01 / temperatureRatio,
    }),
  ];
}

/** U and V as held before the process and after it. */
async function holds(
  seed: number,
  signal: AbortSignal,
): Promise<readonly [Readonly<Record<Held, number>>, Readonly<Record<Held, number>>]> {
  const body = await ensemble({ dimension, chains: 128, seed });
  const points: Point[] = [];
  const weightDecay = equilibriumPressure({ temperature, volume: volume(1), dimension });
  try {
    await simulate({
      body,
      controller: controller({ learningRate, weightDecay }, [
        hold({ steps: every * 10, name: 'settling' }),
        hold({ steps, name: 'before' }),
        along(adiabatic({ temperatureRatio }), { steps, drive: 'quasiStatic' }),
        hold({ steps: every * 10, name: 'settling' }),
        hold({ steps, name: 'after' }),
      ]),
      steps: 3 * steps + 20 * every,
      noiseDeviation: Math.sqrt((2 * temperature) / learningRate),
      every,
      recorders: [{ record: (point) => void points.push(point), close: () => {} }],
      signal,
    });
  } finally {
    await body.dispose();
  }
  signal.throwIfAborted();
  const means = (phase: string) => ({
    volume: mean(points, phase, 'volume'),
    internalEnergy: mean(points, phase, 'internalEnergy'),
  });
  return [means('before'), means('after')];
}

type Held = 'volume' | 'internalEnergy';

function mean(points: readonly Point[], phase: string, name: Held): number {
  const held = points.filter((point) => point['phase'] === phase);
  return held.reduce((sum, point) => sum + Number(point[name]), 0) / held.length;
}
