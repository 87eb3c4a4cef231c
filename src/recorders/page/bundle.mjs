// Makes the live page's one script, page/page.js in the compiler's output folder (the first argument, or dist).
import { build } from 'esbuild';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(process.argv[2] ?? join(root, 'dist'), 'page');

const { outputFiles } = await build({
  entryPoints: [join(import.meta.dirname, 'page.ts')],
  bundle: true,
  write: false,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  legalComments: 'inline',
  logLevel: 'warning',
});
mkdirSync(folder, { recursive: true });
// Renamed into place, so that a server that starts meanwhile reads a whole one.
const beside = join(folder, `page.js.${process.pid}`);
writeFileSync(beside, outputFiles[0].contents);
renameSync(beside, join(folder, 'page.js'));
