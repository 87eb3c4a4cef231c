import { runCommand } from '../command/runCommand.js';
import type { BuildTools } from './buildTools.js';

const unpack = `
import re, sys, zipfile
wanted = re.compile(r'tensorflow/libtensorflow_(cc|framework)\\.so\\.2$|tensorflow/include/(tensorflow/c|tensorflow/core/platform|tsl/c|tsl/platform)/|nvidia/(?!.*/include/)')
for path in sys.argv[2:]:
    wheel = zipfile.ZipFile(path)
    wheel.extractall(sys.argv[1], [name for name in wheel.namelist() if wanted.match(name)])
`;

/**
 * Unpacks from wheels what the addon is built and run with: TensorFlow's C library, its headers, and NVIDIA's libraries.
 * They lie as in a Python installation, because that is where TensorFlow's library looks for NVIDIA's.
 */
export async function unpackLibraries(
  wheels: readonly string[],
  tools: BuildTools,
  folder: string,
): Promise<void> {
  await runCommand(tools.python, ['-c', unpack, folder, ...wheels], { timeout: 10 * 60_000 });
}
