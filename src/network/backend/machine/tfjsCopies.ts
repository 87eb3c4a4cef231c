import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const dependents = [
  '@tensorflow/tfjs',
  '@tensorflow/tfjs-layers',
  '@tensorflow/tfjs-data',
  '@tensorflow/tfjs-node-gpu',
  '@tensorflow/tfjs-node',
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-backend-webgpu',
];

/**
 * The folders of tfjs-core that this package, the caller's folder and the installed parts of tfjs would load. There has
 * to be one: a second copy has its own registry, so that saved models do not load and kernels are registered twice.
 */
export function tfjsCopies(): readonly string[] {
  const own = createRequire(import.meta.url);
  const origins = [own, createRequire(join(process.cwd(), 'package.json'))];
  for (const name of dependents) {
    const manifest = resolved(own, `${name}/package.json`);
    if (manifest !== null) origins.push(createRequire(manifest));
  }
  const folders = origins.flatMap((origin) => {
    const manifest = resolved(origin, '@tensorflow/tfjs-core/package.json');
    return manifest === null ? [] : [realpathSync(dirname(manifest))];
  });
  return [...new Set(folders)];
}

function resolved(origin: NodeJS.Require, path: string): string | null {
  try {
    return origin.resolve(path);
  } catch {
    return null;
  }
}
