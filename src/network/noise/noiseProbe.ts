import * as tf from '@tensorflow/tfjs';
import { match } from 'ts-pattern';
import { ThermoError } from '../../error.js';
import { noiseAtBatchSize, pairEstimate, twoBatchSizes, type GradientMoments } from '../../physics/index.js';
import { momentsOfPair, pairMomentsOf, type PairMoments } from './moments.js';
import type { NoiseEstimator, NoiseSource } from './noiseSource.js';
import { gradientsOf, interceptTraining, trainedModel, type TrainFunction } from './trainFunction.js';
import { withoutSideEffects } from './withoutSideEffects.js';

/** One estimate, for each scale-invariant variable in turn. */
export type NoiseSample = readonly VariableNoise[];

/** One variable's share: the noise of a batch of the training's size, and the signal under it. */
export interface VariableNoise extends GradientMoments {
  /** |w_i|^2 at which it was taken; times this the moments are those on the unit sphere. */
  readonly squaredRadius: number;
}

/** Takes noise estimates while a network trains. Nothing that trains is changed by it. */
export interface NoiseProbe {
  /** Estimates from the source if it is a probe, at the weights as they are now; the batch is probed in its own step. */
  look(variables: readonly tf.Variable[]): void;
  /** Reads all estimates since the last call; waits for the device. */
  take(): Promise<NoiseSample[]>;
  /** Takes the probe off the model and lets go of every tensor. */
  dispose(): void;
}

/** What a probe is made of. */
export interface NoiseProbeOptions {
  readonly source: NoiseSource;
  readonly estimator: NoiseEstimator;
  /** Needed by all sources but a loss probe. */
  readonly model: tf.LayersModel | null;
  /** Asked before each batch of the model's training, for the source `batch`: the variables to probe now, or null. */
  readonly due: () => readonly tf.Variable[] | null;
}

/** Two gradients on the device with the sizes of their batches, and the size that the noise is wanted at. */
interface Sizes {
  readonly first: number;
  readonly second: number;
  readonly wanted: number;
}

/**
 * A probe of the noise in a network's gradients.
 * @throws ThermoError when the source needs a model and there is none.
 */
export function noiseProbe({ source, estimator, model, due }: NoiseProbeOptions): NoiseProbe {
  const taken: { moments: tf.Tensor2D; sizes: Sizes }[] = [];
  let train: TrainFunction | null = null;

  /** Evaluates both gradients of an estimate and keeps their moments. */
  const probe = (
    variables: readonly tf.Variable[],
    batchSize: number,
    gradients: (part: 'first' | 'second', size: number) => tf.NamedTensorMap,
  ): void => {
    const half = Math.floor(batchSize / 2);
    const sizes = match({ source, estimator })
      .with({ source: 'batch', estimator: 'pair' }, () => ({ first: half, second: half }))
      .with({ estimator: 'pair' }, () => ({ first: batchSize, second: batchSize }))
      .with({ estimator: 'twoBatchSizes' }, () => ({ first: half, second: batchSize }))
      .exhaustive();
    if (sizes.first < 1) throw new ThermoError(`a batch of ${batchSize} cannot be halved for a noise estimate: pass a probe`);
    const moments = tf.tidy(() =>
      withoutSideEffects(model, () =>
        tf.keep(
          momentsOfPair(variables, gradients('first', sizes.first), gradients('second', sizes.second)),
        ),
      ),
    );
    taken.push({ moments, sizes: { ...sizes, wanted: batchSize } });
  };

  const release =
    source === 'batch'
      ? interceptTraining(requireModel(model), (data, trainOn) => {
          const variables = due();
          if (variables === null) return;
          const batchSize = data[0]!.shape[0]!;
          probe(variables, batchSize, (part, size) => {
            const start = part === 'second' && estimator === 'pair' ? size : 0;
            const rows = data.map((tensor) => (tensor === null ? null : tf.slice(tensor, [start], [size])));
            return gradientsOf(model!, trainOn, rows);
          });
        })
      : () => {};

  return {
    look(variables) {
      if (source === 'batch') return;
      probe(variables, source.batchSize, (_, size) => {
        if ('loss' in source) return tf.variableGrads(() => source.loss(size), [...variables]).grads;
        const { xs, ys } = source.draw(size);
        const target = requireModel(model);
        const trainOn = train ?? trainedModel(target).makeTrainFunction() as TrainFunction;
        train = trainOn;
        return gradientsOf(target, trainOn, [xs, ys]);
      });
    },
    async take() {
      const waiting = taken.splice(0);
      const values = await Promise.all(waiting.map(({ moments }) => moments.data()));
      waiting.forEach(({ moments }) => moments.dispose());
      return values.map((value, i) => sampleOf(pairMomentsOf(value), waiting[i]!.sizes, estimator));
    },
    dispose() {
      release();
      taken.splice(0).forEach(({ moments }) => moments.dispose());
    },
  };
}

function sampleOf(moments: readonly PairMoments[], sizes: Sizes, estimator: NoiseEstimator): NoiseSample {
  return moments.map(({ difference, product, first, squaredRadius }) => {
    const second = difference + 2 * product - first;
    const { noise, signal } =
      estimator === 'pair'
        ? { noise: difference / 2, signal: pairEstimate(first, second, product).signal }
        : twoBatchSizes({
            smallBatch: sizes.first,
            largeBatch: sizes.second,
            smallSquaredNorm: first,
            largeSquaredNorm: second,
          });
    const batchSize = estimator === 'pair' ? sizes.first : 1;
    return {
      noise: noiseAtBatchSize({ noise, batchSize, wantedBatchSize: sizes.wanted }),
      signal,
      squaredRadius,
    };
  });
}

function requireModel(model: tf.LayersModel | null): tf.LayersModel {
  if (model === null) {
    throw new ThermoError('noise from the batch needs the model: pass `model`, or a probe with `loss` for a custom loop');
  }
  return model;
}
