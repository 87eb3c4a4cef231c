import { ensemble, type Ensemble, type WorkerPool } from '../../simulator/index.js';
import { requireMemory } from '../../simulator/requireMemory.js';
import { energyNamed } from './energyNamed.js';
import type { SimulationSettings } from './simulationSettingsSchema.js';

/** Entries of the longest array that there can be. */
const longestArray = 2 ** 32 - 1;

/**
 * The gas that settings describe, on the workers of a pool.
 * @throws ThermoError where it needs more memory than there is.
 */
export function gasOf(settings: SimulationSettings, pool: WorkerPool): Promise<Ensemble> {
  const { dimension, chains, seed, startRadius } = settings;
  // The energy has an axis a parameter; the ensemble counts its own.
  requireMemory({
    what: `a chain of dimension ${dimension}`,
    bytes: dimension * Float64Array.BYTES_PER_ELEMENT,
    remedy: 'pass a smaller dimension',
    limit: longestArray * Float64Array.BYTES_PER_ELEMENT,
  });
  const energy = energyNamed(settings.energy, dimension);
  return ensemble({ dimension, chains, seed, energy, radius: settings.radius ?? startRadius, pool });
}
