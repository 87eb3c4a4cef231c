import type { Dataset } from '../data/index.js';
import { trainer } from './trainer.js';
import type { TrainSettings } from './trainSettingsSchema.js';
import { trainWith, type TrainResult, type TrainSurroundings } from './trainWith.js';

/**
 * The main job: trains a network as a gas, on an isotherm until equilibrium, then cooling along an adiabat.
 *
 * @throws DivergenceError when training turns non-finite.
 */
export function train(
  settings: TrainSettings,
  dataset: Dataset,
  surroundings: TrainSurroundings,
): Promise<TrainResult> {
  return trainWith(trainer(settings, dataset), settings, dataset, surroundings);
}
