import { resolve } from 'node:path';
import { ThermoError } from '../error.js';
import { sampleMnistFolder } from '../experiments/data/index.js';

/** The folder of `--data`, wherever a run is gone on with from; the sample of digits unless another is meant. */
export function dataFolder(given: string | undefined, otherwise: string = sampleMnistFolder): string {
  if (given?.trim() === '') throw new ThermoError('--data is empty: name a folder, or leave it out');
  return resolve(given ?? otherwise);
}
