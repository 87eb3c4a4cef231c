import { along, equilibrate, type Stage } from '../../control/index.js';
import { processOf } from './processOf.js';
import type { SimulationSettings } from './simulationSettingsSchema.js';

/** The stages of the settings: an equilibrium, which is left at a reading, from which the process takes up the radius; or none. */
export function stagesOf(settings: SimulationSettings): readonly Stage[] {
  const { tolerance, steps, processSteps, every, drive, pacing } = settings;
  const process = processOf(settings);
  if (process === null) return [];
  const atMost = Math.max(1, Math.floor((steps - processSteps) / every) * every);
  return [
    equilibrate({ tolerance, observations: 10, atMost, name: 'equilibrium' }),
    along(process, { steps: processSteps, drive, pacing }),
  ];
}
