import { execFile, spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What scikit-learn makes of samples. */
export interface SklearnEntropy {
  /** The entropy of their directions, in the form of angles. */
  readonly nats: number;
  /** What the estimate took, reading the samples not counted. */
  readonly seconds: number;
}

/** The program stands in src, which the package holds beside what is built from it. */
const program = fileURLToPath(
  new URL('../../../src/experiments/benchmarks/sklearnEntropy.py', import.meta.url),
);
/** That of the path, and Debian's, which may be hidden behind another. */
const pythons = ['python3', '/usr/bin/python3'];

/** The first Python that has scikit-learn, or nothing. */
export async function pythonWithSklearn(): Promise<string | undefined> {
  for (const python of pythons) {
    const found = await promisify(execFile)(python, ['-c', 'import sklearn']).then(
      () => true,
      () => false,
    );
    if (found) return python;
  }
  return undefined;
}

/** Estimates the entropy of directions with scikit-learn, from rows of weights of the given dimension. */
export async function sklearnEntropy(
  python: string,
  rows: Iterable<Float32Array>,
  samples: number,
  dimension: number,
): Promise<SklearnEntropy> {
  const child = spawn(python, [program, String(samples), String(dimension)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [answer] = await Promise.all([
    json(child.stdout),
    pipeline(Readable.from(bytesOf(rows), { objectMode: false }), child.stdin),
  ]);
  return answer as SklearnEntropy;
}

function* bytesOf(rows: Iterable<Float32Array>): Generator<Uint8Array> {
  for (const row of rows) yield new Uint8Array(row.buffer, row.byteOffset, row.byteLength);
}
