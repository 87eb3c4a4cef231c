import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { median } from 'simple-statistics';
import { requireCount } from '../../error.js';
import { requireMemory } from '../../simulator/requireMemory.js';
import { entropyRing } from '../../simulator/index.js';
import { pythonWithSklearn, sklearnEntropy } from './sklearnEntropy.js';

/** What the entropy of a stream of weights costs. */
export interface EntropyCost {
  /** Seconds of 200 new samples and one estimate over the ring. */
  readonly ringSecondsPer200: number;
  /** Seconds of one estimate over the same samples by scikit-learn, null where Python has none. */
  readonly sklearnSeconds: number | null;
  /** The one over the other. */
  readonly speedup: number | null;
  /** What the process grew by, over the bytes of the samples in single precision. */
  readonly memoryOverRing: number;
  /** By how many nats the two estimates differ. */
  readonly difference: number | null;
  readonly kernel: 'wasm' | 'typescript';
}

/** How much to measure. */
export interface EntropyCostOptions {
  /** Samples in the ring; default 4,000. */
  readonly capacity?: number;
  /** d; default 43,692, a ResNet-18 of 4 filters. */
  readonly dimension?: number;
  /** Estimates that the median is taken over, half of them before scikit-learn's and half after; default 4. */
  readonly estimates?: number;
  /** Called with what was done. */
  readonly onProgress?: (done: string) => void;
}

const newSamples = 200;

/**
 * Measures the ring of `entropyRing` in the form of angles, full and asked after every 200 new samples, beside scikit-learn
 * on all cores, which computes all distances anew.
 *
 * @throws ThermoError when a size is out of range or the ring's memory cannot be had.
 */
export async function entropyCost(options: EntropyCostOptions = {}): Promise<EntropyCost> {
  const { capacity = 4000, dimension = 43_692, estimates = 4, onProgress } = options;
  requireCount('capacity', capacity, 2);
  requireCount('dimension', dimension, 2);
  requireCount('estimates', estimates);
  requireMemory({
    what: `${newSamples} new samples of dimension ${dimension}`,
    bytes: newSamples * dimension * Float32Array.BYTES_PER_ELEMENT,
    remedy: 'pass a smaller --dimension',
  });
  const fresh = Array.from({ length: newSamples }, () => new Float32Array(dimension));
  const before = process.memoryUsage.rss();
  const ring = entropyRing({ capacity, dimension, form: 'angles' });
  let pushed = 0;
  for (; pushed < capacity; pushed += 1) ring.push(sample(pushed, fresh[0]!));
  ring.entropy();
  onProgress?.(`filled the ring of ${capacity} samples`);

  const seconds: number[] = [];
  let nats = 0;
  const measure = (): void => {
    fresh.forEach((row, i) => sample(pushed + i, row));
    const start = performance.now();
    fresh.forEach((row) => ring.push(row));
    ({ nats } = ring.entropy());
    seconds.push((performance.now() - start) / 1000);
    pushed += newSamples;
    onProgress?.(`200 new samples and an estimate took ${seconds.at(-1)!.toFixed(2)} s`);
  };
  while (seconds.length < estimates / 2) measure();
  const memory = process.memoryUsage.rss() - before;

  const python = await pythonWithSklearn();
  const other =
    python === undefined
      ? null
      : await sklearnEntropy(python, samples(pushed - capacity, pushed, dimension), capacity, dimension);
  const difference = other === null ? null : Math.abs(nats - other.nats);
  if (other !== null) onProgress?.(`scikit-learn took ${other.seconds.toFixed(2)} s`);
  while (seconds.length < estimates) measure();

  const ringSecondsPer200 = median(seconds);
  return {
    ringSecondsPer200,
    sklearnSeconds: other?.seconds ?? null,
    speedup: other === null ? null : other.seconds / ringSecondsPer200,
    memoryOverRing: memory / (capacity * dimension * Float32Array.BYTES_PER_ELEMENT),
    difference,
    kernel: ring.kernel,
  };
}

/** Writes the sample of a number: weights between -1 and 1. */
function sample(number: number, row: Float32Array): Float32Array {
  const generator = xoroshiro128plus(number);
  for (let i = 0; i < row.length; i += 1) row[i] = 2 * uniformFloat64(generator) - 1;
  return row;
}

function* samples(from: number, to: number, dimension: number): Generator<Float32Array> {
  for (let number = from; number < to; number += 1) yield sample(number, new Float32Array(dimension));
}
