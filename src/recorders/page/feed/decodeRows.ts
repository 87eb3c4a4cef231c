import type { Rows } from '../table/index.js';
import type { PointsMessage } from './message.js';

/** The rows that a message carries. */
export function decodeRows({ count, numbers, texts }: PointsMessage): Rows {
  return { count, numbers: numbers.map(([name, base64]) => [name, doublesOf(base64)]), texts };
}

function doublesOf(base64: string): Float64Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return new Float64Array(bytes.buffer);
}
