import { multiply, signOf, subtract } from '../tensors/index.js';
import { movingAverage } from './movingAverage.js';
import type { Rule } from './rule.js';

/** w <- (1 - eta lambda) w - eta sign(b1 m + (1 - b1) g), then m <- b2 m + (1 - b2) g. */
export const lionRule: Rule = {
  moments: ['momentum'],
  step({ weights, gradients, moments }, { learningRate, beta1, beta2, kept }, role, scalars) {
    const rate = scalars.get(`${role}.rate`, learningRate);
    const keep = scalars.get(`${role}.kept`, kept);
    const [keep1, take1] = [scalars.get('beta1', beta1), scalars.get('1 - beta1', 1 - beta1)];
    const [keep2, take2] = [scalars.get('beta2', beta2), scalars.get('1 - beta2', 1 - beta2)];
    return {
      weights: weights.map((weight, i) =>
        subtract(
          kept === 1 ? weight : multiply(weight, keep),
          multiply(signOf(movingAverage(moments[0]![i]!, gradients[i]!, keep1, take1)), rate),
        ),
      ),
      moments: [gradients.map((gradient, i) => movingAverage(moments[0]![i]!, gradient, keep2, take2))],
    };
  },
};
