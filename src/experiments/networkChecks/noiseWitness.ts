import type * as tf from '@tensorflow/tfjs';
import { noiseProbe, type ThermoSGD } from '../../network/index.js';
import type { Dataset } from '../data/index.js';
import { freshExamples } from './freshExamples.js';

/** A second opinion on the noise, which no regulator hears. */
export interface NoiseWitness {
  /** trSigma on the unit sphere at the weights as they are now, from one pair of fresh batches; unbiased. */
  noise(): Promise<number>;
  /** Lets go of every tensor. */
  dispose(): void;
}

/**
 * Estimates the noise from pairs of batches of the training's size, drawn apart from the training's and from the monitor's:
 * the errors of the readings that a thermostat acts on are not in them.
 */
export function noiseWitness({
  model,
  optimizer,
  dataset,
  batchSize,
  seed,
}: {
  readonly model: tf.LayersModel;
  readonly optimizer: ThermoSGD;
  readonly dataset: Dataset;
  readonly batchSize: number;
  readonly seed: number;
}): NoiseWitness {
  const variables = (): readonly tf.Variable[] => optimizer.invariantVariables.flat();
  const probe = noiseProbe({
    source: { batchSize, draw: freshExamples(dataset, seed, 'witness') },
    estimator: 'pair',
    model,
    due: () => false,
    variables,
  });
  return {
    async noise() {
      probe.look(variables());
      const [sample = []] = await probe.take();
      const sum = (name: 'noise' | 'squaredRadius'): number =>
        sample.reduce((total, variable) => total + variable[name], 0);
      return sum('noise') * sum('squaredRadius');
    },
    dispose: () => probe.dispose(),
  };
}
