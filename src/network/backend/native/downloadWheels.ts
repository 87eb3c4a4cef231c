import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../command/runCommand.js';
import { tellProgress, type Tell } from '../command/tell.js';
import type { BuildTools } from './buildTools.js';
import type { WheelVariant } from './wheelVariant.js';

const printRequirements = `
import re, sys, zipfile
wheel = zipfile.ZipFile(sys.argv[1])
metadata = wheel.read(next(name for name in wheel.namelist() if name.endswith('.dist-info/METADATA'))).decode()
for line in metadata.splitlines():
    found = re.match(r'Requires-Dist: ([\\w.-]+) ?\\(?==([\\w.]+)\\)? ?; ?extra == .(.+).$', line)
    if found and found[3] == sys.argv[2]:
        print(found[1] + '==' + found[2])
`;

/**
 * Downloads the wheels of a variant into an empty folder: TensorFlow's own and those of the libraries it names.
 * Returns their paths.
 */
export async function downloadWheels(
  variant: WheelVariant,
  tools: BuildTools,
  folder: string,
  tell: Tell,
): Promise<readonly string[]> {
  const { distribution, version, downloadSize, extra } = variant;
  return tellProgress(tell, `downloading ${distribution} ${version} (${downloadSize} MB)`, async () => {
    await download([`${distribution}==${version}`], tools, folder);
    if (extra !== null) {
      const [wheel] = await wheelsIn(folder);
      const names = await runCommand(tools.python, ['-c', printRequirements, wheel!, extra], {
        timeout: 60_000,
      });
      await download(names.trim().split('\n'), tools, folder);
    }
    return wheelsIn(folder);
  });
}

async function download(requirements: readonly string[], tools: BuildTools, folder: string): Promise<void> {
  const [program, ...parameters] = tools.pip;
  await runCommand(
    program,
    [
      ...parameters,
      'download',
      ...requirements,
      '--no-deps',
      '--only-binary=:all:',
      '--python-version=3.11',
      '--platform=manylinux2014_x86_64',
      '--disable-pip-version-check',
      '--no-input',
      '--retries=1',
      '--no-cache-dir',
      '--dest',
      folder,
    ],
    // pip keeps what is under way in its temporary folder, and /tmp is often too small for it.
    { timeout: 30 * 60_000, environment: { TMPDIR: folder } },
  );
}

async function wheelsIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.whl')).map((name) => join(folder, name));
}
