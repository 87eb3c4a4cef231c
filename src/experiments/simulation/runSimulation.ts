import { controller, type Recorder } from '../../control/index.js';
import { simulate, type Ensemble, type Simulated } from '../../simulator/index.js';
import { controlSettingsOf } from './controlSettingsOf.js';
import type { SimulationSettings } from './simulationSettingsSchema.js';
import { stagesOf } from './stagesOf.js';

/** Where a simulation reports, and what may stop it. */
export interface SimulationSurroundings {
  readonly recorder: Recorder;
  readonly signal: AbortSignal;
}

/**
 * Leads a gas as the settings say: an equilibrium, then a process; everything recorded.
 * @throws DivergenceError when the gas turns non-finite.
 */
export function runSimulation(
  body: Ensemble,
  settings: SimulationSettings,
  { recorder, signal }: SimulationSurroundings,
): Promise<Simulated> {
  const { steps, every, noise, strength } = settings;
  return simulate({
    body,
    controller: controller(controlSettingsOf(settings), stagesOf(settings)),
    steps,
    every,
    noiseDeviation: noise,
    strength,
    recorders: [recorder],
    signal,
  });
}
