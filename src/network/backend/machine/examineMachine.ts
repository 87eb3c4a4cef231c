import { availableParallelism, cpus, totalmem } from 'node:os';
import { cacheFolder } from '../cache/cacheFolder.js';
import { nativePackages } from '../native/nativePackage.js';
import { nvidiaDriver, type NvidiaDriver } from '../native/nvidiaDriver.js';
import { probeNative } from '../native/probeNative.js';
import { installedVersion } from './installedVersion.js';
import { tfjsCopies } from './tfjsCopies.js';

/** What a report on backends needs to say about the machine. */
export interface Machine {
  readonly node: string;
  readonly platform: string;
  readonly processor: string;
  readonly cores: number;
  /** In gigabytes. */
  readonly memory: number;
  readonly nvidiaDriver: NvidiaDriver | null;
  readonly tfjs: string | null;
  /** Folders of tfjs-core; more than one is a fault. */
  readonly tfjsCopies: readonly string[];
  /** Native packages as `name version`. */
  readonly nativePackages: readonly string[];
  /** Version of TensorFlow's C library; null where none loads. */
  readonly tensorflow: string | null;
  readonly cacheFolder: string;
}

/** Looks up versions, cores, GPU and driver, and how many copies of tfjs there are. */
export async function examineMachine(): Promise<Machine> {
  const packages = nativePackages();
  const probes = await Promise.all(packages.map(probeNative));
  const loading = probes.find((probe) => probe.loads);
  return {
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memory: Math.round(totalmem() / 1e9),
    nvidiaDriver: await nvidiaDriver(),
    tfjs: installedVersion('@tensorflow/tfjs'),
    tfjsCopies: tfjsCopies(),
    nativePackages: packages.map(({ name, version }) => `${name} ${version}`),
    tensorflow: loading ? loading.tensorflow : null,
    cacheFolder: cacheFolder(),
  };
}
