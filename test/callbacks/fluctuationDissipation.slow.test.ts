import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { fluctuationDissipation, type Point } from '../../src/control/index.js';
import { ThermoMonitor, ThermoSGD } from '../../src/network/index.js';
import { memoryRecorder } from '../../src/recorders/index.js';
import { compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';

const tolerance = 0.03;
/** So that no phase has more readings than are kept as they are, 64. */
const every = 30;
const atLeast = 200;

/** Z_tot over several readings: the sum of pV over that of R T_tot, which is pV / Z_tot. */
function pooled(points: readonly Point[]): number {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const works = points.map(({ pressure, volume }) => (pressure as number) * (volume as number));
  return sum(works) / sum(works.map((work, i) => work / (points[i]!['totalCompressibility'] as number)));
}

test('the fluctuation-dissipation rule cools a network at the first reading whose half-running averages obey the gas law', async () => {
  const optimizer = new ThermoSGD({
    learningRate: 0.2,
    weightDecay: 0.02,
    process: fluctuationDissipation({ rateFactor: 0.3, times: 2, tolerance, atLeast }),
  });
  const model = compileLogits(tinyNet(), optimizer);
  const recorder = memoryRecorder();
  const monitor = new ThermoMonitor({ model, every, noise: 'off', recorders: [recorder] });
  let seed = 0;
  const batches = tf.data.generator(function* () {
    for (;;) yield tinyExamples(16, (seed += 1));
  } as never);
  await model.fitDataset(batches as never, {
    epochs: 1,
    batchesPerEpoch: 2500,
    verbose: 0,
    callbacks: [monitor],
  });

  const { points } = recorder;
  const phases = [...new Set(points.map(({ phase }) => phase))];
  expect(phases).toEqual(['rate 1 of 3', 'rate 2 of 3', 'hold']);
  for (const phase of phases.slice(0, 2)) {
    // A reading tells of the steps before it, so the last of a phase is the one that ended it.
    const own = points.filter((point) => point['phase'] === phase);
    const holds = own.map((_, i) => {
      const read = own.slice(0, i + 1);
      const half = read.slice(Math.ceil(read.length / 2));
      return read.length * every >= atLeast && Math.abs(pooled(half) - 1) <= tolerance;
    });
    expect(own.length).toBeLessThan(64);
    expect(holds.indexOf(true)).toBe(own.length - 1);
  }
  // Each cooling leaves the gas too large for its temperature.
  const first = points.map(({ phase }) => phase).indexOf('rate 2 of 3');
  expect(points[first]!['totalCompressibility']).toBeGreaterThan(2);
  expect(points.at(-1)!['volume']).toBeLessThan(points[first]!['volume'] as number);
});
