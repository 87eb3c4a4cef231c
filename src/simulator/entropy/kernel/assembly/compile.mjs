// Compiles index.ts with AssemblyScript into the module named by the argument, by default the committed one:
//   node src/simulator/entropy/kernel/assembly/compile.mjs [FILE]
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const here = fileURLToPath(new URL('.', import.meta.url));
const [target = `${here}../entropyKernelBytes.ts`] = process.argv.slice(2);

const written = new Map();
const options =
  '-O3 --noAssert --runtime stub --enable simd --importMemory --initialMemory 1 --noExportMemory';
const { error, stderr } = await main(
  ['index.ts', '--baseDir', here, '--outFile', 'kernel.wasm', ...options.split(' ')],
  { writeFile: (name, contents) => written.set(name, contents) },
);
if (error) throw new Error(stderr.toString(), { cause: error });

const base64 = Buffer.from(written.get('kernel.wasm')).toString('base64');
writeFileSync(
  target,
  `/** The module compiled from assembly/index.ts by assembly/compile.mjs, in base64. */
export const entropyKernelBytes =
  '${base64}';
`,
);
