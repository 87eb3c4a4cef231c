import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ThermoError } from '../../error.js';

const unzip = promisify(gunzip);

/**
 * Reads `name` or `name.gz` of a folder, the plain file first, and unzips what is gzip by its first two bytes.
 *
 * @returns the unzipped bytes and the path they came from
 * @throws ThermoError when neither file is there or can be read, or the gzip data is damaged
 */
export async function readDataFile(
  folder: string,
  name: string,
): Promise<{ bytes: Uint8Array; file: string }> {
  for (const file of [join(folder, name), join(folder, `${name}.gz`)]) {
    const bytes = await readIfPresent(file);
    if (bytes !== undefined) return { bytes: await unzipped(bytes, file), file };
  }
  throw new ThermoError(`${folder} holds neither ${name} nor ${name}.gz: name the folder that does`);
}

async function readIfPresent(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new ThermoError(
      `${file} cannot be read (${code}): make it a readable file or name another folder`,
      {
        cause: error,
      },
    );
  }
}

async function unzipped(bytes: Uint8Array, file: string): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await unzip(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ThermoError(
      `${file} is damaged: its gzip data ends in "${reason}": put an intact copy in its place`,
      {
        cause: error,
      },
    );
  }
}
