// Makes the modules of src/browser, each one file that imports nothing, in browser/ of the compiler's output folder (the
// first argument, or dist), with their source maps. Prints nothing; `bundle(name)` gives a module and what weighs in it.
import { build } from 'esbuild';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

const here = import.meta.dirname;

/** The modules, and what each is made of. */
export const entries = {
  'tfjs-thermo.js': 'index.ts',
  'tfjs-thermo-panel.js': 'panel.ts',
  'tfjs-thermo-simulator.js': 'simulator.ts',
};

/** Resolves every import of tfjs to what the page has, under the names that the installed tfjs exports. */
const tensorflowOfPage = {
  name: 'tensorflow-of-page',
  setup(build) {
    build.onResolve({ filter: /^@tensorflow\/tfjs$/ }, ({ path }) => ({
      path,
      namespace: 'page',
      sideEffects: false,
    }));
    build.onLoad({ filter: /.*/, namespace: 'page' }, async () => {
      const { default: tf } = await import('@tensorflow/tfjs');
      return {
        contents: [
          "import { tensorflowOfPage as tf } from './tensorflowOfPage.ts';",
          // Expressions without effects, so that the names nobody uses go.
          ...Object.keys(tf).map((name) => `export const ${name} = /* @__PURE__ */ (() => tf.${name})();`),
        ].join('\n'),
        resolveDir: here,
      };
    });
  },
};

/** The module of a name, its source map, and esbuild's account of what is in it. */
export async function bundle(name) {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(here, entries[name])],
    outfile: name,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    sourcemap: 'linked',
    legalComments: 'inline',
    logLevel: 'warning',
    logOverride: { 'import-is-undefined': 'error' },
    plugins: [tensorflowOfPage],
  });
  const [map, module] = ['.map', ''].map(
    (suffix) => outputFiles.find(({ path }) => path.endsWith(name + suffix)).contents,
  );
  return { module, map, metafile };
}

if (fileURLToPath(import.meta.url) === argv[1]) {
  const folder = join(argv[2] ?? join(here, '..', '..', 'dist'), 'browser');
  mkdirSync(folder, { recursive: true });
  for (const name of Object.keys(entries)) {
    const { module, map } = await bundle(name);
    for (const [file, contents] of [
      [`${name}.map`, map],
      [name, module],
    ]) {
      // Renamed into place, so that a server that starts meanwhile reads a whole one.
      const beside = join(folder, `${file}.${process.pid}`);
      writeFileSync(beside, contents);
      renameSync(beside, join(folder, file));
    }
  }
}
