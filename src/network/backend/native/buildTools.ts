import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ThermoError } from '../../../error.js';
import { runCommand } from '../command/runCommand.js';

/** The programs and headers that building the addon takes. */
export interface BuildTools {
  readonly compiler: string;
  readonly python: string;
  /** The program and first arguments that run pip. */
  readonly pip: readonly [string, ...string[]];
  readonly nodeHeaders: string;
}

/**
 * Finds what building the addon takes.
 *
 * @throws ThermoError naming what is missing and how to get it.
 */
export async function findBuildTools(): Promise<BuildTools> {
  requireSupportedSystem();
  const compiler = await firstThatRuns(
    [process.env['CXX'] ?? 'g++', 'g++', 'c++', 'clang++'].map((name) => [name]),
  );
  if (!compiler) {
    throw new ThermoError(
      'no C++ compiler was found: install g++ (Debian, Ubuntu: apt install g++), or set CXX',
    );
  }
  const python = await firstThatRuns([['python3'], ['python']]);
  const pip = await firstThatRuns([['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']]);
  if (!python || !pip) {
    throw new ThermoError(
      'no Python with pip was found, which downloads TensorFlow: install them (Debian, Ubuntu: apt install python3-pip)',
    );
  }
  return { compiler: compiler[0], python: python[0], pip, nodeHeaders: findNodeHeaders() };
}

function requireSupportedSystem(): void {
  const { platform, arch } = process;
  const header = (process.report.getReport() as unknown as { header: { glibcVersionRuntime?: string } })
    .header;
  if (platform !== 'linux' || arch !== 'x64' || !header.glibcVersionRuntime) {
    throw new ThermoError(
      `building the addon needs Linux on x64 with glibc, this is ${platform} on ${arch}: ` +
        'run `npm rebuild @tensorflow/tfjs-node --ignore-scripts=false` where its download can be reached',
    );
  }
}

function findNodeHeaders(): string {
  const prefix = dirname(dirname(process.execPath));
  const places = [prefix, '/usr', '/usr/local'].map((place) => join(place, 'include', 'node'));
  const found = places.find((place) => existsSync(join(place, 'node_api.h')));
  if (found) return found;
  throw new ThermoError(
    `Node's headers were not found in ${places.join(', ')}: ` +
      'install Node from its own archive, which has them, or libnode-dev (Debian, Ubuntu: apt install libnode-dev)',
  );
}

async function firstThatRuns(
  commands: readonly (readonly [string, ...string[]])[],
): Promise<readonly [string, ...string[]] | undefined> {
  for (const command of commands) {
    const [program, ...parameters] = command;
    const runs = await runCommand(program, [...parameters, '--version'], { timeout: 20_000 }).then(
      () => true,
      () => false,
    );
    if (runs) return command;
  }
  return undefined;
}
