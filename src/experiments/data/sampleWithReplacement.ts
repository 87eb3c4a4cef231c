import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { randomStream } from './randomStream.js';

/** Returns the function from a step to the image numbers of its batch, each uniform in 0..count-1 and independent. */
export function sampleWithReplacement(
  count: number,
  batchSize: number,
  seed: number,
): (step: number) => Uint32Array {
  return (step) => {
    const random = randomStream(seed, step);
    const numbers = new Uint32Array(batchSize);
    for (let i = 0; i < batchSize; i++) numbers[i] = uniformInt(random, 0, count - 1);
    return numbers;
  };
}
