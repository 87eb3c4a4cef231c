import { ensemble, type Ensemble, type WorkerPool } from '../../simulator/index.js';
import { energyNamed } from './energyNamed.js';
import type { SimulationSettings } from './simulationSettingsSchema.js';

/**
 * The gas that settings describe, on the workers of a pool.
 * @throws ThermoError where it needs more memory than there is.
 */
export function gasOf(settings: SimulationSettings, pool: WorkerPool): Promise<Ensemble> {
  const { dimension, chains, seed, startRadius } = settings;
  const energy = energyNamed(settings.energy, dimension);
  return ensemble({ dimension, chains, seed, energy, radius: settings.radius ?? startRadius, pool });
}
