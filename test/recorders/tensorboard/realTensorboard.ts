import { join, resolve } from 'node:path';
import { cachedFolder } from '../../../src/network/backend/cache/cachedFolder.js';
import { cacheFolder } from '../../../src/network/backend/cache/cacheFolder.js';
import { runCommand } from '../../../src/network/backend/command/runCommand.js';

/** What TensorBoard says of a log folder, run by run and tag by tag. */
export interface TensorboardReadings {
  /** Step and value of each scalar; a value that is not finite reads nan, inf or -inf. */
  readonly scalars: Readonly<Record<string, Readonly<Record<string, readonly [number, number | string][]>>>>;
  /** Step and buckets of each histogram. */
  readonly histograms: Readonly<
    Record<string, Readonly<Record<string, readonly [number, readonly (readonly number[])[]][]>>>
  >;
  /** The HParams tab: its columns and its rows. */
  readonly hyperparameters: {
    readonly experiment: {
      readonly hparamInfos: readonly { readonly name: string; readonly type: string }[];
      readonly metricInfos: readonly { readonly name: { readonly tag: string } }[];
    };
    readonly groups: readonly {
      readonly name: string;
      readonly hparams: Readonly<Record<string, number | string | boolean>>;
      readonly metricValues: readonly {
        readonly name: { readonly tag: string };
        readonly value: number;
        readonly trainingStep: number;
      }[];
      readonly sessions: readonly { readonly status: string }[];
    }[];
  };
}

const version = '2.21.0';

/** Installs TensorBoard from the Python registry into the cache, once. Returns the folder of its packages. */
export function installTensorboard(): Promise<string> {
  return cachedFolder(join(cacheFolder(), `test-tensorboard-${version}`), console.warn, async (temporary) => {
    const options = ['--quiet', '--disable-pip-version-check', '--no-input', '--retries=1'];
    await runCommand(
      'python3',
      ['-m', 'pip', 'install', ...options, '--target', temporary, `tensorboard==${version}`],
      { timeout: 300_000 },
    );
  });
}

/** Reads a log folder with TensorBoard's own data server and HParams backend. */
export async function readWithTensorboard(packages: string, logs: string): Promise<TensorboardReadings> {
  const program = resolve(import.meta.dirname, 'readWithTensorboard.py');
  const output = await runCommand('python3', [program, logs], {
    timeout: 60_000,
    environment: { PYTHONPATH: packages },
  });
  return JSON.parse(output) as TensorboardReadings;
}
