import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { modelFolders } from '../../src/experiments/index.js';
import { temporaryFolders } from '../temporaryFolders.js';

const newFolder = temporaryFolders();

test('a process that is killed while it saves leaves every model whole', async () => {
  const scratch = newFolder();
  const writer = join(scratch, 'writer.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'modelWriter.ts')],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)});`,
    },
    external: ['canvas'],
    logLevel: 'error',
  });
  const folder = join(scratch, 'models');
  for (let kill = 0; kill < 8; kill++) {
    const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.once('close', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await wait(7 * kill);
    child.kill('SIGKILL');
    await ended;

    const models = modelFolders(folder);
    const names = models.names();
    expect(names).toContain('newest');
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      const { modelTopology, weightData } = await models.handler(name).load!();
      const { count } = modelTopology as { count: number };
      expect(new Set(new Float32Array(weightData as ArrayBuffer))).toEqual(new Set([count]));
    }
  }
});
