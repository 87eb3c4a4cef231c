import { along, controller, gasReadingOf, hold, type Point } from '../../../control/index.js';
import { gasConstant, volume, type Cycle, type EquilibriumState } from '../../../physics/index.js';
import { linearEnergy } from '../../energies/linearEnergy.js';
import { ensemble } from '../../ensemble/ensemble.js';
import { simulate } from '../../simulate/simulate.js';
import type { SettledCycleOptions } from './cycleOptions.js';
import { energyVariance } from './energyVariance.js';
import { legReadings, type WindowReading } from './legReadings.js';
import { meanSquaredRadius } from './meanSquaredRadius.js';
import { withEntropy, type EntropyReading } from './withEntropy.js';

/**
 * Leads one ensemble through one round of a cycle, held at every corner, and reads it all along.
 *
 * @returns For each leg its readings, from the mean of the corner before it to the mean of the corner after it.
 */
export async function cycleReadings(
  cycle: Cycle,
  start: EquilibriumState,
  options: SettledCycleOptions,
): Promise<readonly (readonly EntropyReading[])[]> {
  const { dimension, chains, seed, every, cornerSteps, legSteps, drive, effectiveLearningRate } = options;
  const body = await ensemble({
    dimension,
    chains,
    seed,
    energy: linearEnergy({ dimension }),
    radius: Math.sqrt(2 * start.volume),
  });
  const stages = [
    hold({ steps: cornerSteps, name: 'settling' }),
    hold({ steps: cornerSteps, name: 'corner 0' }),
    ...cycle.flatMap((process, leg) => [
      along(process, { steps: legSteps, drive, name: `leg ${leg}` }),
      hold({ steps: cornerSteps, name: `corner ${leg + 1}` }),
    ]),
  ];
  const settings =
    drive === 'piston'
      ? { effectiveLearningRate, volume: start.volume }
      : { effectiveLearningRate, weightDecay: start.pressure };
  const readings = new Map<unknown, WindowReading[]>();
  const record = async (point: Point): Promise<void> => {
    const reading = readingOf(point, await body.weights());
    readings.set(point['phase'], [...(readings.get(point['phase']) ?? []), reading]);
  };
  try {
    await simulate({
      body,
      controller: controller(settings, stages),
      steps: cornerSteps + (cycle.length + 1) * cornerSteps + cycle.length * legSteps,
      noiseDeviation: Math.sqrt((2 * start.temperature) / effectiveLearningRate),
      every,
      recorders: [{ record, close: () => {} }],
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    options.signal?.throwIfAborted();
  } finally {
    await body.dispose();
  }
  return cycle.map((_, leg) =>
    withEntropy(
      legReadings({
        before: readings.get(`corner ${leg}`)!,
        windows: readings.get(`leg ${leg}`)!,
        after: readings.get(`corner ${leg + 1}`)!,
      }),
      gasConstant(dimension),
    ),
  );
}

function readingOf(point: Point, weights: Float32Array): WindowReading {
  const { temperature, internalEnergy, ...place } = gasReadingOf(point);
  return {
    ...place,
    // Isotropic noise of a known deviation, and a loss that is shown: both are measured always.
    temperature: temperature!,
    internalEnergy: internalEnergy!,
    heatCapacity: energyVariance(weights, Number(point['dimension'])) / temperature! ** 2,
    volumeAfter: volume(meanSquaredRadius(weights, Number(point['dimension']))),
  };
}
