import { philox } from './philox.js';

/**
 * The states that the chains' generators (xoshiro128++) begin with, four words a chain: a hash of the seed and of the
 * chain's index in the whole ensemble. Two of the 2^128 - 1 places of one period, taken at random, are as good as never
 * close enough for their streams to overlap.
 *
 * @param seed whole, from 0 to 2^53 - 1.
 * @param firstChain index of the first of these chains, from 0.
 */
export function generatorStates(seed: number, firstChain: number, chains: number): Uint32Array {
  const key = [seed % 2 ** 32, Math.floor(seed / 2 ** 32)];
  const states = new Uint32Array(4 * chains);
  for (let chain = 0; chain < chains; chain += 1) {
    const index = firstChain + chain;
    states.set(philox([index % 2 ** 32, Math.floor(index / 2 ** 32), 0, 0], key), 4 * chain);
  }
  return states;
}
