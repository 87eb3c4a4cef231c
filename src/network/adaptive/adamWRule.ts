import { add, divide, multiply, squareRoot, subtract } from '../tensors/index.js';
import { movingAverage } from './movingAverage.js';
import type { Rule } from './rule.js';

/**
 * m <- b1 m + (1 - b1) g, v <- b2 v + (1 - b2) g^2, w <- (1 - eta lambda) w - eta m^ / (sqrt(v^) + epsilon), where
 * m^ = m / (1 - b1^t) and v^ = v / (1 - b2^t). Both corrections are put into the rate and epsilon, which are numbers.
 */
export const adamWRule: Rule = {
  moments: ['first', 'second'],
  step({ weights, gradients, moments }, numbers, role, scalars) {
    const { learningRate, beta1, beta2, epsilon, products, kept } = numbers;
    const root = Math.sqrt(1 - products[1]);
    const rate = scalars.get(`${role}.rate`, (learningRate * root) / (1 - products[0]));
    const floor = scalars.get(`${role}.floor`, epsilon * root);
    const keep = scalars.get(`${role}.kept`, kept);
    const [keep1, take1] = [scalars.get('beta1', beta1), scalars.get('1 - beta1', 1 - beta1)];
    const [keep2, take2] = [scalars.get('beta2', beta2), scalars.get('1 - beta2', 1 - beta2)];
    const first = gradients.map((gradient, i) => movingAverage(moments[0]![i]!, gradient, keep1, take1));
    const second = gradients.map((gradient, i) =>
      movingAverage(moments[1]![i]!, multiply(gradient, gradient), keep2, take2),
    );
    return {
      moments: [first, second],
      weights: weights.map((weight, i) =>
        subtract(
          kept === 1 ? weight : multiply(weight, keep),
          multiply(divide(first[i]!, add(squareRoot(second[i]!), floor)), rate),
        ),
      ),
    };
  },
};
