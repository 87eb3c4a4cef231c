import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { entropyKernelBytes } from '../../src/simulator/entropy/kernel/entropyKernelBytes.js';
import { temporaryFolders } from '../temporaryFolders.js';

const folder = resolve(import.meta.dirname, '../../src/simulator/entropy/kernel');
const makeFolder = temporaryFolders();

test('the committed kernel is what its source compiles to', () => {
  const compiled = join(makeFolder(), 'entropyKernelBytes.ts');
  execFileSync(process.execPath, [join(folder, 'assembly/compile.mjs'), compiled]);
  expect(readFileSync(compiled, 'utf8')).toBe(readFileSync(join(folder, 'entropyKernelBytes.ts'), 'utf8'));
});

// Browsers refuse to compile 4 kB and more at once on a page's main thread.
test('the kernel is small enough for a page to compile at once', () => {
  expect(Buffer.from(entropyKernelBytes, 'base64').length).toBeLessThan(4096);
});
