import { vonMisesFisherMeanCosine } from '../../../physics/index.js';
import { toyModel } from '../toyModel.js';

/**
 * M of the toy model at a temperature of its direction: the noise, and the gradient's own square.
 *
 * M = (d - 1) sigma^2 + E[1 - (mu.u)^2] = (d - 1) (sigma^2 + T A(1/T)), A the mean cosine of von Mises-Fisher's density
 */
export function secondMomentOf(temperature: number): number {
  const { dimension, deviation } = toyModel;
  const cosine = vonMisesFisherMeanCosine({ dimension, concentration: 1 / temperature });
  return (dimension - 1) * (deviation ** 2 + temperature * cosine);
}
