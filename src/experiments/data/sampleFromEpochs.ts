import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { randomStream } from './randomStream.js';

/**
 * Returns the function from a step to the image numbers of its batch when the set is gone through pass after pass, each
 * pass in its own order. Position k of the endless sequence lies in pass floor(k / count).
 */
export function sampleFromEpochs(
  count: number,
  batchSize: number,
  seed: number,
): (step: number) => Uint32Array {
  let shuffledPass = -1;
  const order = new Uint32Array(count);
  return (step) => {
    const numbers = new Uint32Array(batchSize);
    for (let i = 0; i < batchSize; i++) {
      const position = step * batchSize + i;
      const pass = Math.floor(position / count);
      if (pass !== shuffledPass) {
        shuffle(order, seed, pass);
        shuffledPass = pass;
      }
      numbers[i] = order[position % count]!;
    }
    return numbers;
  };
}

/** Fisher-Yates, from the sorted order, so that a pass's order depends on the seed and the pass alone. */
function shuffle(order: Uint32Array, seed: number, pass: number): void {
  const random = randomStream(seed, pass);
  for (let i = 0; i < order.length; i++) order[i] = i;
  for (let i = order.length - 1; i > 0; i--) {
    const j = uniformInt(random, 0, i);
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
}
