import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../command/runCommand.js';
import type { BuildTools } from './buildTools.js';
import type { NativePackage } from './nativePackage.js';

/**
 * Compiles the addon from its package's own source against unpacked libraries. The addon finds them beside itself
 * (`$ORIGIN`), so that the folder may be renamed once it is complete.
 */
export async function compileAddon(
  found: NativePackage,
  tools: BuildTools,
  libraries: string,
  addon: string,
): Promise<void> {
  const binding = join(found.folder, 'binding');
  const sources = (await readdir(binding)).filter((name) => name.endsWith('.cc'));
  const nvidia = await readdir(join(libraries, 'nvidia')).catch(() => []);
  const searched = ['tensorflow', ...nvidia.map((name) => `nvidia/${name}/lib`)];
  await runCommand(
    tools.compiler,
    [
      '-std=c++17',
      '-O2',
      '-fPIC',
      '-shared',
      `-DNAPI_VERSION=${found.nodeApi}`,
      `-I${tools.nodeHeaders}`,
      `-I${join(libraries, 'tensorflow', 'include')}`,
      `-I${found.folder}`,
      ...sources.map((name) => join(binding, name)),
      '-o',
      addon,
      `-L${join(libraries, 'tensorflow')}`,
      '-l:libtensorflow_cc.so.2',
      '-l:libtensorflow_framework.so.2',
      // The older kind of search path also serves the libraries that are loaded from within the addon's own.
      '-Wl,--disable-new-dtags',
      ...searched.map((place) => `-Wl,-rpath,$ORIGIN/${place}`),
    ],
    { timeout: 5 * 60_000 },
  );
}
