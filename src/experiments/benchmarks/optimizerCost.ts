import * as tf from '@tensorflow/tfjs';
import { ThermoMonitor, ThermoSGD } from '../../network/index.js';
import { median } from './median.js';

/** What ThermoSGD costs, as ratios to tf.train.momentum in the same run. */
export interface OptimizerCost {
  /** A whole training step with ThermoSGD and a monitor at its default cadence, over one with tf.train.momentum. */
  readonly stepRatio: number;
  /** applyGradients alone. */
  readonly applyRatio: number;
  /** Milliseconds of tf.train.momentum's whole step and applyGradients, and of ours. */
  readonly milliseconds: {
    readonly step: readonly [momentum: number, thermo: number];
    readonly apply: readonly [momentum: number, thermo: number];
  };
}

/** How long to measure. */
export interface OptimizerCostOptions {
  /** Blocks of training steps; default 3. */
  readonly blocks?: number;
  /** Steps in a block: a multiple of the monitor's cadence and of that of its noise, so that each block pays for both. */
  readonly blockSteps?: number;
  /** Called after each block with the share done. */
  readonly onProgress?: (share: number) => void;
}

/** Filters and strides of a ConvNet of 61,000 weights for 32 x 32 x 3 images. */
const convolutions = [
  [16, 1],
  [32, 2],
  [64, 2],
  [64, 1],
] as const;
const batchSize = 128;

/**
 * Measures the cost of ThermoSGD (fixed effective learning rate, momentum 0.9, weight decay) against tf.train.momentum on a
 * CIFAR-sized ConvNet. The two alternate, so that what else the machine does falls on both; medians of paired blocks.
 */
export async function optimizerCost(options: OptimizerCostOptions = {}): Promise<OptimizerCost> {
  const { blocks = 3, blockSteps = 100, onProgress } = options;
  const apply = applyCost();
  const plain = subject(() => tf.train.momentum(0.01, 0.9));
  const thermo = subject(
    (model) =>
      new ThermoSGD({ effectiveLearningRate: 1e-4, weightDecay: 1e-3, momentum: 0.9, invariant: model }),
  );
  const monitor = new ThermoMonitor({ model: thermo.model });
  await fit(plain, 5, []);
  await fit(thermo, 5, [monitor]);
  const times: [number, number][] = [];
  for (let block = 0; block < blocks; block += 1) {
    const first = await fit(plain, blockSteps, []);
    const second = await fit(thermo, blockSteps, [monitor]);
    times.push([first / blockSteps, second / blockSteps]);
    onProgress?.((block + 1) / blocks);
  }
  monitor.dispose();
  return {
    stepRatio: median(times.map(([first, second]) => second / first)),
    applyRatio: median(apply.map(([first, second]) => second / first)),
    milliseconds: { step: columnMedians(times), apply: columnMedians(apply) },
  };
}

interface Subject {
  readonly model: tf.Sequential;
  readonly xs: tf.Tensor4D;
  readonly ys: tf.Tensor2D;
}

function convNet(): tf.Sequential {
  const model = tf.sequential();
  convolutions.forEach(([filters, strides], i) => {
    model.add(
      tf.layers.conv2d({
        ...(i === 0 ? { inputShape: [32, 32, 3] } : {}),
        filters,
        strides,
        kernelSize: 3,
        padding: 'same',
        useBias: false,
        kernelInitializer: tf.initializers.heNormal({ seed: i }),
      }),
    );
    model.add(tf.layers.batchNormalization());
    model.add(tf.layers.activation({ activation: 'relu' }));
  });
  model.add(tf.layers.globalAveragePooling2d({}));
  model.add(tf.layers.dense({ units: 10, kernelInitializer: tf.initializers.glorotUniform({ seed: 99 }) }));
  return model;
}

function subject(optimizer: (model: tf.Sequential) => tf.Optimizer): Subject {
  const model = convNet();
  model.compile({
    optimizer: optimizer(model),
    loss: (labels, logits) => tf.losses.softmaxCrossEntropy(labels, logits),
  });
  const labels = tf.tidy(() =>
    tf.oneHot(tf.mod(tf.range(0, batchSize, 1, 'int32'), tf.scalar(10, 'int32')), 10),
  );
  return {
    model,
    xs: tf.randomNormal([batchSize, 32, 32, 3], 0, 1, 'float32', 7),
    ys: labels as tf.Tensor2D,
  };
}

/** Milliseconds that `steps` steps of fitDataset take. */
async function fit({ model, xs, ys }: Subject, steps: number, callbacks: tf.Callback[]): Promise<number> {
  const data = tf.data.generator(function* () {
    for (;;) yield { xs: tf.clone(xs), ys: tf.clone(ys) };
  });
  const start = performance.now();
  await model.fitDataset(data, { epochs: 1, batchesPerEpoch: steps, callbacks, verbose: 0 });
  return performance.now() - start;
}

/** Pairs of milliseconds of one applyGradients: tf.train.momentum's, ours. */
function applyCost(): [number, number][] {
  const model = convNet();
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const gradients = variables.map(({ name, shape }, i) => ({
    name,
    tensor: tf.randomNormal(shape, 0, 1e-3, 'float32', i),
  }));
  const optimizers = [
    tf.train.momentum(1e-4, 0.9),
    new ThermoSGD({ effectiveLearningRate: 1e-8, weightDecay: 1e-3, momentum: 0.9, invariant: model }),
  ] as const;
  const time = (optimizer: tf.Optimizer): number => {
    const start = performance.now();
    optimizer.applyGradients(gradients);
    return performance.now() - start;
  };
  for (let i = 0; i < 20; i += 1) optimizers.forEach(time);
  const pairs = Array.from({ length: 300 }, (): [number, number] => [
    time(optimizers[0]),
    time(optimizers[1]),
  ]);
  tf.dispose(gradients.map(({ tensor }) => tensor));
  optimizers.forEach((optimizer) => optimizer.dispose());
  model.dispose();
  return pairs;
}

function columnMedians(pairs: readonly (readonly [number, number])[]): [number, number] {
  return [median(pairs.map(([first]) => first)), median(pairs.map(([, second]) => second))];
}
