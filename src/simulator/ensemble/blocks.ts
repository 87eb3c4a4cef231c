import type { ChainsState } from '../chains/chainsState.js';
import type { Gas } from '../chains/chainsOptions.js';
import type { Block } from './advanceBlock.js';

/** Divides chains into at most `count` blocks of like size. The rows are copied, so that a block takes no others with it. */
export function divided(gas: Gas, state: ChainsState, count: number): Block[] {
  const { chains, dimension } = gas;
  const size = Math.ceil(chains / count);
  return Array.from({ length: Math.ceil(chains / size) }, (_, block) => {
    const from = block * size;
    const to = Math.min(from + size, chains);
    return {
      gas: { ...gas, chains: to - from },
      state: {
        weights: state.weights.slice(from * dimension, to * dimension),
        // Empty where there is no momentum, and then so are its parts.
        velocity: state.velocity.slice(from * dimension, to * dimension),
        generator: state.generator.slice(4 * from, 4 * to),
      },
    };
  });
}

/** The state of all chains, from those of the blocks in their order. */
export function joined(states: readonly ChainsState[]): ChainsState {
  return {
    weights: join(states, ({ weights }) => weights, Float32Array),
    velocity: join(states, ({ velocity }) => velocity, Float32Array),
    generator: join(states, ({ generator }) => generator, Uint32Array),
  };
}

function join<Numbers extends Float32Array | Uint32Array>(
  states: readonly ChainsState[],
  part: (state: ChainsState) => Numbers,
  Numbers: new (length: number) => Numbers,
): Numbers {
  const parts = states.map(part);
  const whole = new Numbers(parts.reduce((length, { length: more }) => length + more, 0));
  let at = 0;
  for (const numbers of parts) {
    whole.set(numbers, at);
    at += numbers.length;
  }
  return whole;
}
