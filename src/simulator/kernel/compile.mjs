/**
 * Compiles assembly/ into kernelBytes.ts: `node src/simulator/kernel/compile.mjs`. The module is committed, so that the
 * package builds with tsc alone and its kernel runs wherever modules run, without fetching anything.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const folder = import.meta.dirname;

/** The text of kernelBytes.ts as the sources give it. */
export async function kernelModule() {
  let binary = new Uint8Array();
  const messages = [];
  const { error } = await main(
    [
      'index.ts',
      '--baseDir',
      join(folder, 'assembly'),
      '--outFile',
      'kernel.wasm',
      '--enable',
      'simd',
      '--runtime',
      'stub',
      '-O3',
      '--noAssert',
      '--importMemory',
    ],
    {
      stderr: { write: (message) => messages.push(message) },
      writeFile: (_name, contents) => {
        binary = contents;
      },
    },
  );
  if (error !== null) throw new Error(`the kernel does not compile:\n${messages.join('')}`);
  return [
    '// Compiled from assembly/ by compile.mjs: not to be edited.',
    '',
    '/** The SIMD kernel as a WebAssembly binary, base64. */',
    'export const kernelBytes =',
    `  '${Buffer.from(binary).toString('base64')}';`,
    '',
  ].join('\n');
}

if (fileURLToPath(import.meta.url) === argv[1]) {
  await writeFile(join(folder, 'kernelBytes.ts'), await kernelModule());
}
