import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../cache/cacheFolder.js';
import { makeMissingFolders } from '../cache/makeMissingFolders.js';
import { CommandFailure } from '../command/commandFailure.js';
import { runCommand } from '../command/runCommand.js';
import type { NativePackage } from './nativePackage.js';

/** What a native package showed when a child process loaded it and added two numbers. */
export type NativeProbe =
  | { readonly loads: true; readonly usesGpu: boolean; readonly tensorflow: string }
  | { readonly loads: false; readonly why: string };

const script = `
const tf = require(process.argv[1]);
const probe = async () => {
  if (tf.getBackend() !== 'tensorflow') throw new Error('it fell back to the backend ' + tf.getBackend());
  const [sum] = await tf.add(1, 2).data();
  if (sum !== 3) throw new Error('it adds wrongly: 1 + 2 = ' + sum);
  const { isUsingGpuDevice: usesGpu, binding } = tf.backend();
  process.stdout.write('\\n' + JSON.stringify({ loads: true, usesGpu, tensorflow: binding.TF_Version }));
};
probe();
`;

/**
 * Loads a native package in a child process, where a library that does not fit the machine may crash. The outcome is
 * kept for as long as the addon, Node and the presence of a GPU stay what they were, so that only the first run pays.
 */
export async function probeNative(found: NativePackage): Promise<NativeProbe> {
  if (!existsSync(found.addon)) return { loads: false, why: 'its addon is not built' };
  const stamp = await stampOf(found);
  const remembered = await readFile(stamp, 'utf8').catch(() => null);
  if (remembered !== null) return JSON.parse(remembered) as NativeProbe;
  try {
    const answer = await runCommand(process.execPath, ['-e', script, found.folder], {
      timeout: 60_000,
      environment: { TF_CPP_MIN_LOG_LEVEL: '2' },
    });
    const probe = JSON.parse(answer.slice(answer.lastIndexOf('\n') + 1)) as NativeProbe;
    await remember(stamp, probe);
    return probe;
  } catch (error) {
    return { loads: false, why: reasonIn(error) };
  }
}

async function stampOf(found: NativePackage): Promise<string> {
  const addon = await realpath(found.addon);
  const { size, mtimeMs } = await stat(addon);
  const libraries = [join(dirname(addon), 'tensorflow'), join(found.folder, 'deps', 'lib')];
  const changes = await Promise.all(libraries.map((folder) => stat(folder).catch(() => null)));
  const key = [
    [addon, size, mtimeMs, changes.map((folder) => folder?.mtimeMs)],
    [found.folder, found.version, process.version],
  ];
  const hasGpu = existsSync('/dev/nvidiactl') || existsSync('/dev/dxg');
  const hash = createHash('sha256').update(JSON.stringify([key, hasGpu]));
  return join(cacheFolder(), 'probes', `${hash.digest('hex').slice(0, 32)}.json`);
}

async function remember(stamp: string, probe: NativeProbe): Promise<void> {
  try {
    makeMissingFolders(dirname(stamp));
    await writeFile(`${stamp}.${process.pid}`, JSON.stringify(probe));
    await rename(`${stamp}.${process.pid}`, stamp);
  } catch {
    // A cache that cannot be written costs the next run a second; it does not change what was found.
  }
}

/** The line of a failed load that says what went wrong. */
function reasonIn(error: unknown): string {
  if (!(error instanceof CommandFailure)) return String(error);
  const lines = error.output.split('\n').map((line) => line.trim());
  const named = lines.find((line) => /^\w*Error: /.test(line));
  return named ? named.replace(/^\w*Error: /, '').replace(/ \.?$/, '') : `its test process ${error.ending}`;
}
