import * as tf from '@tensorflow/tfjs';
import { AdamW, Lion } from '../../src/network/index.js';

/** A user's own optimizer: steps along a gradient and `momentum` times the one before. Its weights are saved as tfjs asks. */
export class TwoStep extends tf.Optimizer {
  static get className(): string {
    return 'Two_Step';
  }

  static override fromConfig<T extends tf.serialization.Serializable>(
    _: tf.serialization.SerializableConstructor<T>,
    config: tf.serialization.ConfigDict,
  ): T {
    return new TwoStep(config['learning_rate'] as number, config['momentum'] as number) as unknown as T;
  }

  readonly #last = new Map<number, tf.Variable>();

  constructor(
    public learningRate: number,
    public momentum: number,
  ) {
    super();
  }

  override applyGradients(given: tf.NamedTensorMap | { name: string; tensor: tf.Tensor }[]): void {
    const named = given as { name: string; tensor: tf.Tensor | null }[];
    named.forEach(({ name, tensor }, i) => {
      const variable = tf.engine().registeredVariables[name]!;
      if (tensor === null) return;
      tf.tidy(() => {
        const last = this.#last.get(i) ?? tf.variable(tf.zerosLike(variable), false);
        this.#last.set(i, last);
        const along = tf.add(tensor, tf.mul(last, this.momentum));
        variable.assign(tf.add(variable, tf.mul(along, -this.learningRate)));
        last.assign(tensor);
      });
    });
    this.incrementIterations();
  }

  override async getWeights() {
    return [
      await this.saveIterations(),
      ...[...this.#last].map(([i, tensor]) => ({ name: `last/${i}`, tensor })),
    ];
  }

  override async setWeights(weightValues: { name: string; tensor: tf.Tensor }[]): Promise<void> {
    for (const { name, tensor } of await this.extractIterations(weightValues)) {
      this.#last.set(Number(name.split('/')[1]), tf.variable(tensor, false));
    }
  }

  getConfig(): tf.serialization.ConfigDict {
    return { learning_rate: this.learningRate, momentum: this.momentum, some_text: 'snake_case' };
  }

  override dispose(): void {
    tf.dispose([...this.#last.values()]);
  }
}

tf.serialization.registerClass(TwoStep as never);

/** Every optimizer of tf.train, in each of its forms, our own, and a user's; a new optimizer is a new row. */
export const optimizers: readonly (readonly [string, () => tf.Optimizer])[] = [
  ['sgd', () => tf.train.sgd(0.05)],
  ['momentum', () => tf.train.momentum(0.02, 0.9)],
  ['nesterov', () => tf.train.momentum(0.02, 0.9, true)],
  ['adagrad', () => tf.train.adagrad(0.05)],
  ['adadelta', () => tf.train.adadelta(0.5, 0.9, 1e-4)],
  ['adam', () => tf.train.adam(0.01)],
  ['adamax', () => tf.train.adamax(0.01, 0.9, 0.99, 1e-7, 0.01)],
  ['rmsprop', () => tf.train.rmsprop(0.01)],
  ['rmsprop, centered with momentum', () => tf.train.rmsprop(0.003, 0.9, 0.5, 1e-12, true)],
  ['AdamW', () => new AdamW({ learningRate: 0.01 })],
  ['Lion', () => new Lion({ learningRate: 0.003 })],
  ["a user's own", () => new TwoStep(0.03, 0.9)],
];

/** The rate of an optimizer that is not thermalized, set as its own documentation says. */
export function setRate(optimizer: tf.Optimizer, rate: number): void {
  if (optimizer instanceof tf.Optimizer && 'setLearningRate' in optimizer) {
    (optimizer as tf.SGDOptimizer).setLearningRate(rate);
  } else {
    (optimizer as unknown as { learningRate: number }).learningRate = rate;
  }
}
