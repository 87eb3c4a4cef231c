import { join } from 'node:path';
import { main } from 'assemblyscript/asc';
import { generatorStates } from '../../src/simulator/chains/generatorStates.js';
import { writeGroups } from '../../src/simulator/kernel/groups.js';

/** What many normals of the kernel's generator showed. */
export interface NormalsStatistics {
  readonly draws: number;
  /** How many fell into each of 1,024 bins of width 1/64 from -8 on. */
  readonly counts: readonly number[];
  /** Means of x, x^2, x^3, x^4. */
  readonly moments: readonly number[];
  /** Mean of x y and of (x^2 - 1)(y^2 - 1), and over how many pairs. */
  readonly correlations: Readonly<
    Record<
      'pair' | 'serial' | 'lanes',
      { readonly products: number; readonly squares: number; readonly over: number }
    >
  >;
}

const drawsOfBlock = 2048;

/** Draws at least `draws` normals with the kernel's own code and counts them there. */
export async function normalsStatistics(draws: number, seed: number): Promise<NormalsStatistics> {
  const memory = new WebAssembly.Memory({ initial: 2 });
  const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(await compiled()), {
    env: { memory },
  });
  const kernel = exports as unknown as {
    readonly firstFree: WebAssembly.Global;
    countNormals(generator: number, normals: number, counts: number, sums: number, blocks: number): void;
  };
  const generator = Math.ceil((kernel.firstFree.value as number) / 64) * 64;
  const [normals, counts, sums] = [generator + 64, generator + 64 + 8192, generator + 64 + 16_384];
  writeGroups(generatorStates(seed, 0, 4), 4, new Uint32Array(memory.buffer, generator, 16), 4);
  const blocks = Math.ceil(draws / drawsOfBlock);
  // In calls of 4,096 blocks, so that optimised code is gone over to.
  for (let done = 0; done < blocks; done += 4096) {
    kernel.countNormals(generator, normals, counts, sums, Math.min(4096, blocks - done));
  }
  const drawn = blocks * drawsOfBlock;
  const total = new Float64Array(memory.buffer, sums, 10);
  const correlation = (at: number, over: number) => ({
    products: total[at]! / over,
    squares: total[at + 1]! / over,
    over,
  });
  return {
    draws: drawn,
    counts: Array.from(new BigUint64Array(memory.buffer, counts, 1024), Number),
    moments: Array.from(total.subarray(0, 4), (sum) => sum / drawn),
    correlations: {
      pair: correlation(4, drawn / 2),
      serial: correlation(6, blocks * (drawsOfBlock / 2 - 4)),
      lanes: correlation(8, (drawn * 3) / 4),
    },
  };
}

async function compiled(): Promise<Uint8Array<ArrayBuffer>> {
  let binary = new Uint8Array();
  const messages: string[] = [];
  const { error } = await main(
    [
      'test/simulator/assembly/countNormals.ts',
      '--baseDir',
      join(import.meta.dirname, '../..'),
      '--outFile',
      'count.wasm',
      '--enable',
      'simd',
      '--runtime',
      'stub',
      '-O3',
      '--noAssert',
      '--importMemory',
    ],
    {
      stderr: { write: (message) => void messages.push(String(message)) },
      writeFile: (_, contents) => {
        binary = Uint8Array.from(contents as Uint8Array);
      },
    },
  );
  if (error !== null) throw new Error(messages.join(''));
  return binary;
}

/** The chance of each bin under the normal density, by Simpson's rule. */
export function binChances(): number[] {
  const density = (x: number): number => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);
  return Array.from({ length: 1024 }, (_, bin) => {
    const from = -8 + bin / 64;
    return (density(from) + 4 * density(from + 1 / 128) + density(from + 1 / 64)) / 6 / 64;
  });
}
