import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { runCommand } from '../command/runCommand.js';
import { tellProgress, type Tell } from '../command/tell.js';
import type { NativePackage } from './nativePackage.js';

/** Runs a package's own install script, which downloads TensorFlow's C library and a prebuilt addon. */
export async function installPrebuilt(found: NativePackage, tell: Tell): Promise<void> {
  const kind = found.name.endsWith('-gpu') ? 'gpu' : 'cpu';
  await tellProgress(tell, `downloading the prebuilt addon of ${found.name}`, () =>
    runCommand(process.execPath, ['scripts/install.js', kind, 'download'], {
      cwd: found.folder,
      timeout: 10 * 60_000,
      environment: { PATH: [programsOf(found), process.env['PATH']].join(delimiter) },
    }),
  );
}

/** The folder of the programs that the install script calls by name, as npm would have set it. */
function programsOf(found: NativePackage): string {
  const installer = createRequire(join(found.folder, 'package.json')).resolve(
    '@mapbox/node-pre-gyp/package.json',
  );
  return join(dirname(installer), 'bin');
}
