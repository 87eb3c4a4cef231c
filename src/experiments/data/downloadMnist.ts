import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ThermoError } from '../../error.js';
import { makeFolder } from '../../recorders/node.js';
import { writeAtomically } from '../run/writeAtomically.js';
import { mnistFiles } from './mnistFiles.js';

/** Where to download from and what to expect there. */
export interface DownloadOptions {
  /** Address of the folder with the files; a public mirror of MNIST unless given. */
  readonly url?: string;
  /** Names of the gzip files and the SHA-256 of their unzipped content; MNIST's own unless given. */
  readonly files?: readonly { readonly name: string; readonly sha256: string }[];
  /** Called with the address of each file before it is fetched. */
  readonly onFetch?: (address: string) => void;
}

const publicMirror = 'https://storage.googleapis.com/cvdf-datasets/mnist/';

/**
 * Downloads the full MNIST set, 11 MB, into a folder. Files that are there already are checked and left alone; each new
 * one is checked by SHA-256 before it appears under its name, so a download cut off goes on where it stopped.
 *
 * @throws ThermoError when a file cannot be fetched, is not what was expected, or an existing file is not the wanted one
 */
export async function downloadMnist(folder: string, options: DownloadOptions = {}): Promise<void> {
  const { url = publicMirror, files = mnistFiles, onFetch } = options;
  const base = baseAddress(url);
  makeFolder(folder);
  for (const { name, sha256 } of files) {
    const file = join(folder, name);
    const present = await readFile(file).catch(() => undefined);
    if (present !== undefined) {
      requireContent(present, sha256, `${file} is there, but`, 'remove it or choose another folder');
      continue;
    }
    const address = new URL(name, base).href;
    onFetch?.(address);
    const bytes = await fetchBytes(address);
    requireContent(
      bytes,
      sha256,
      `${address} was fetched, but`,
      'pass another url or name a folder: --data FOLDER',
    );
    writeAtomically(file, bytes);
  }
}

function baseAddress(url: string): URL {
  try {
    return new URL(url.endsWith('/') ? url : `${url}/`);
  } catch (error) {
    throw new ThermoError(`url is ${url}: pass an address such as ${publicMirror}`, { cause: error });
  }
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const remedy =
    'check the connection, pass another url, or name a folder that holds the files: --data FOLDER';
  try {
    const response = await fetch(address);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    throw new ThermoError(`${address} answers ${response.status} ${response.statusText}: ${remedy}`);
  } catch (error) {
    if (error instanceof ThermoError) throw error;
    throw new ThermoError(`${address} cannot be fetched (${reasonOf(error)}): ${remedy}`, { cause: error });
  }
}

/** What fetch reports is "fetch failed"; the reason proper is its cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { code } = cause as NodeJS.ErrnoException;
  return code ?? (cause instanceof Error ? cause.message : String(cause));
}

function requireContent(zipped: Uint8Array, sha256: string, what: string, remedy: string): void {
  let content: Uint8Array;
  try {
    content = gunzipSync(zipped);
  } catch (error) {
    throw new ThermoError(`${what} its gzip data is damaged: ${remedy}`, { cause: error });
  }
  const found = createHash('sha256').update(content).digest('hex');
  if (found !== sha256) {
    throw new ThermoError(`${what} its content has SHA-256 ${found}, not ${sha256}: ${remedy}`);
  }
}
