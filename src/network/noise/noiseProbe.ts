import * as tf from '@tensorflow/tfjs';
import { match } from 'ts-pattern';
import { ThermoError } from '../../error.js';
import { noiseAtBatchSize, pairEstimate, twoBatchSizes, type GradientMoments } from '../../physics/index.js';
import { deviceSlot } from '../tensors/index.js';
import { interceptTraining } from './interceptTraining.js';
import { momentsOfPair, pairMomentsOf, type PairMoments } from './moments.js';
import type { NoiseEstimator, NoiseSource } from './noiseSource.js';
import { requireNoiseSource } from './requireNoiseSource.js';
import { gradientsOf, trainedModel } from './trainFunction.js';
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
  /** False where the source is `batch` and the model's own training has brought none yet. */
  readonly isFed: boolean;
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
  /** Asked before each batch of the model's training, for the source `batch`: whether to probe. */
  readonly due: () => boolean;
  /** The variables to probe; none while they are not known. */
  readonly variables: () => readonly tf.Variable[];
}

/** What the host knows of an estimate whose moments are still on the device. */
interface Waiting {
  /** Rows of moments, one a variable. */
  readonly rows: number;
  /** Sizes of the two batches, and the size that the noise is wanted at. */
  readonly first: number;
  readonly second: number;
  readonly wanted: number;
}

/**
 * A probe of the noise in a network's gradients.
 * @throws ThermoError when the source needs a model and there is none, or source or estimator is not known.
 */
export function noiseProbe({
  source,
  estimator,
  model,
  due,
  variables: watched,
}: NoiseProbeOptions): NoiseProbe {
  requireNoiseSource(source, estimator, model);
  const moments = deviceSlot(1);
  let isFed = source !== 'batch';
  const waiting: Waiting[] = [];

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
    // Batch norm leaves no gradient of a single example, so that halves of one would show no noise.
    if (sizes.first < (source === 'batch' ? 2 : 1)) {
      throw new ThermoError(
        `a batch of ${batchSize} cannot be halved for a noise estimate: pass a larger batch, or a probe as noise.source`,
      );
    }
    tf.tidy(() => {
      const newest = withoutSideEffects(() =>
        momentsOfPair(variables, gradients('first', sizes.first), gradients('second', sizes.second)),
      );
      moments.put([moments.content === null ? newest : tf.concat([...moments.content, newest])]);
    });
    waiting.push({ rows: variables.length, ...sizes, wanted: batchSize });
  };

  const release = source === 'batch' ? probeBatches(model!) : () => {};

  /** Probes the batches of training when it is time. */
  function probeBatches(trained: tf.LayersModel): () => void {
    let isOwed = false;
    let largest = 0;
    return interceptTraining(trained, (data, trainOn) => {
      isFed = true;
      const batchSize = data[0]!.shape[0]!;
      largest = Math.max(largest, batchSize);
      isOwed ||= due();
      // What is left over at the end of an epoch is noisier than the training: the next full batch takes its turn.
      if (!isOwed || batchSize < largest) return;
      const variables = watched();
      if (variables.length === 0) return;
      isOwed = false;
      probe(variables, batchSize, (part, size) => {
        const start = part === 'second' && estimator === 'pair' ? size : 0;
        const rows = data.map((tensor) => (tensor === null ? null : tf.slice(tensor, [start], [size])));
        return gradientsOf(trained, trainOn, rows);
      });
    });
  }

  return {
    get isFed() {
      return isFed;
    },
    look(variables) {
      if (source === 'batch') return;
      probe(variables, source.batchSize, (_, size) => {
        if ('loss' in source) return tf.variableGrads(() => source.loss(size), [...variables]).grads;
        if (!model!.optimizer) {
          throw new ThermoError(
            "noise.source draws examples for the model's own loss, and the model is not compiled: compile it, or pass { batchSize, loss }",
          );
        }
        const { xs, ys } = source.draw(size);
        // Drawn from what was made elsewhere, they are not the tidy's to dispose.
        try {
          return gradientsOf(model!, trainedModel(model!).makeTrainFunction(), [xs, ys]);
        } finally {
          tf.dispose([xs, ys]);
        }
      });
    },
    async take() {
      if (moments.content === null) return [];
      const packed = tf.clone(moments.content[0]!);
      const estimates = waiting.splice(0);
      moments.clear();
      const rows = pairMomentsOf(await packed.data());
      packed.dispose();
      return estimates.map((estimate) => sampleOf(rows.splice(0, estimate.rows), estimate, estimator));
    },
    dispose() {
      release();
      moments.dispose();
    },
  };
}

function sampleOf(moments: readonly PairMoments[], sizes: Waiting, estimator: NoiseEstimator): NoiseSample {
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
