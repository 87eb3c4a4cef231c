import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs';
import { leastSquares } from '../../../simulator/study/fits/leastSquares.js';

/** The memory of this process after a collection of garbage. */
export interface MemorySample {
  readonly minutes: number;
  /** Bytes of the process as a whole, the page's thread included. */
  readonly resident: number;
  /** Bytes of this thread's JavaScript. */
  readonly heap: number;
  readonly tensors: number;
}

/** How fast memory grows, in bytes a minute, with the standard error of a straight line's slope. */
export interface Growth {
  readonly bytesPerMinute: number;
  readonly standardError: number;
}

/** Takes a sample. @param minutes since the beginning */
export function sampleMemory(minutes: number): MemorySample {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { rss, heapUsed } = process.memoryUsage();
  return { minutes, resident: rss, heap: heapUsed, tensors: tf.memory().numTensors };
}

/** The samples in which the engine still warms up, as a share of all; they are left out. */
const warmingUp = 0.2;

/** The slope of a straight line through the samples; null for fewer than three. */
export function growthOf(all: readonly MemorySample[], of: 'resident' | 'heap'): Growth | null {
  const samples = all.slice(Math.ceil(warmingUp * all.length));
  if (samples.length < 3) return null;
  const { coefficients, standardErrors } = leastSquares(
    samples.map(({ minutes }) => [1, minutes]),
    samples.map((sample) => sample[of]),
    samples.map(() => 1),
  );
  return { bytesPerMinute: coefficients[1]!, standardError: standardErrors[1]! };
}
