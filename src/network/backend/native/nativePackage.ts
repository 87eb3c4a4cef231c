import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** An installed npm package that binds TensorFlow's C library, whether its addon is there or not. */
export interface NativePackage {
  readonly name: '@tensorflow/tfjs-node-gpu' | '@tensorflow/tfjs-node';
  readonly version: string;
  readonly folder: string;
  /** The Node-API version its addon is built for. */
  readonly nodeApi: number;
  /** Where it looks for its addon. */
  readonly addon: string;
  /** The folder on the web that its prebuilt addons lie in. */
  readonly prebuiltFolder: string;
}

interface Manifest {
  readonly version: string;
  readonly binary: {
    readonly host: string;
    readonly module_name: string;
    readonly napi_versions: readonly number[];
  };
}

/** The native packages that are installed beside this one, the one that can use CUDA first. */
export function nativePackages(): readonly NativePackage[] {
  const names = ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node'] as const;
  return names.flatMap((name) => {
    const manifestPath = findManifest(name);
    if (manifestPath === null) return [];
    const folder = dirname(manifestPath);
    const { version, binary } = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
    const supported = Number(process.versions.napi);
    const nodeApi = Math.max(...binary.napi_versions.filter((candidate) => candidate <= supported));
    // The name by which node-pre-gyp lets a network bring its own copy of the archives.
    const mirror = process.env[`npm_config_${binary.module_name}_binary_host_mirror`]?.replace(/\/$/, '');
    const addon = join(folder, 'lib', `napi-v${nodeApi}`, `${binary.module_name}.node`);
    return [
      {
        name,
        version,
        folder,
        nodeApi,
        addon,
        prebuiltFolder: `${mirror ?? binary.host}/napi-v${nodeApi}/${version}`,
      },
    ];
  });
}

function findManifest(name: string): string | null {
  try {
    return createRequire(import.meta.url).resolve(`${name}/package.json`);
  } catch {
    return null;
  }
}
