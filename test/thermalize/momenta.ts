import * as tf from '@tensorflow/tfjs';
import { optimizers, TwoStep } from './optimizers.js';

/** One weight's step by an optimizer's own formula, in double precision; it remembers what went before. */
type Rule = (weight: number, gradient: number, momentum: number) => number;

/** An optimizer that has a momentum. */
interface WithMomentum {
  readonly make: () => tf.Optimizer;
  /** The same made with another momentum. */
  remade(momentum: number): tf.Optimizer;
  /** The momentum of the last step. */
  own(optimizer: tf.Optimizer): number;
  readonly rule: () => Rule;
}

/** What tfjs takes where no epsilon is given. */
const epsilon = 1e-7;

const velocity = (held: tf.Optimizer) => (held as unknown as { momentum: number }).momentum;
const beta1 = (held: tf.Optimizer) => (held as unknown as { beta1: number }).beta1;

/** arXiv 1412.6980: m_t = b1 m + (1 - b1) g, over 1 - b1_1 ... b1_t, which is what m holds of gradients. */
function firstMoment(): (gradient: number, momentum: number) => number {
  let [moment, product] = [0, 1];
  return (gradient, momentum) => {
    moment = momentum * moment + (1 - momentum) * gradient;
    product *= momentum;
    return moment / (1 - product);
  };
}

const rows: Readonly<Record<string, Omit<WithMomentum, 'make'>>> = {
  momentum: {
    remade: (a) => tf.train.momentum(0.02, a),
    own: velocity,
    rule() {
      let v = 0;
      return (weight, gradient, a) => weight - 0.02 * (v = a * v + gradient);
    },
  },
  nesterov: {
    remade: (a) => tf.train.momentum(0.02, a, true),
    own: velocity,
    rule() {
      let v = 0;
      return (weight, gradient, a) => {
        v = a * v + gradient;
        return weight - 0.02 * (gradient + a * v);
      };
    },
  },
  adam: {
    remade: (a) => tf.train.adam(0.01, a),
    own: beta1,
    rule() {
      const first = firstMoment();
      let [second, product] = [0, 1];
      return (weight, gradient, a) => {
        second = 0.999 * second + 0.001 * gradient ** 2;
        product *= 0.999;
        return weight - (0.01 * first(gradient, a)) / (Math.sqrt(second / (1 - product)) + epsilon);
      };
    },
  },
  adamax: {
    remade: (a) => tf.train.adamax(0.01, a, 0.99, 1e-7, 0.01),
    own: beta1,
    rule() {
      const first = firstMoment();
      let [largest, steps] = [0, 0];
      return (weight, gradient, a) => {
        largest = Math.max(0.99 * largest, Math.abs(gradient));
        const rate = 0.01 / (1 + 0.01 * steps++);
        return weight - (rate * first(gradient, a)) / (largest + epsilon);
      };
    },
  },
  rmsprop: {
    remade: (a) => tf.train.rmsprop(0.01, 0.9, a),
    own: velocity,
    rule() {
      let [v, square] = [0, 0];
      return (weight, gradient, a) => {
        square = 0.9 * square + 0.1 * gradient ** 2;
        v = a * v + (0.01 * gradient) / Math.sqrt(square + epsilon);
        return weight - v;
      };
    },
  },
  'rmsprop, centered with momentum': {
    remade: (a) => tf.train.rmsprop(0.003, 0.9, a, 1e-12, true),
    own: velocity,
    rule() {
      let [v, square, mean] = [0, 0, 0];
      return (weight, gradient, a) => {
        square = 0.9 * square + 0.1 * gradient ** 2;
        mean = 0.9 * mean + 0.1 * gradient;
        v = a * v + (0.003 * gradient) / Math.sqrt(square - mean ** 2 - 1e-12);
        return weight - v;
      };
    },
  },
  "a user's own": {
    remade: (a) => new TwoStep(0.03, a),
    own: velocity,
    rule() {
      let last = 0;
      return (weight, gradient, a) => {
        const along = gradient + a * last;
        last = gradient;
        return weight - 0.03 * along;
      };
    },
  },
};

/** The optimizers whose momentum can be moved; a new one is a new row. */
export const withMomentum: readonly (readonly [string, WithMomentum])[] = optimizers.flatMap(
  ([name, make]) => {
    const row = rows[name];
    return row === undefined ? [] : [[name, { ...row, make }] as const];
  },
);
