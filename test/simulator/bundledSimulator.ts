import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type * as Simulator from '../../src/simulator/node.js';

const source = resolve(import.meta.dirname, '../../src/simulator');

/** The simulator's Node entry and its worker's script as JavaScript in a temporary folder, as a thread needs them. */
export async function bundledSimulator(): Promise<typeof Simulator> {
  const outdir = mkdtempSync(join(tmpdir(), 'tfjs-thermo-simulator-'));
  writeFileSync(join(outdir, 'package.json'), '{"type":"module"}');
  await build({
    entryPoints: [join(source, 'node.ts'), join(source, 'workers/node/worker.ts')],
    entryNames: '[name]',
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return (await import(pathToFileURL(join(outdir, 'node.js')).href)) as typeof Simulator;
}
