import type { Metafile } from 'esbuild';

/** The modules, and the files of src/browser that they are made of. */
export const entries: {
  readonly 'tfjs-thermo.js': string;
  readonly 'tfjs-thermo-panel.js': string;
  readonly 'tfjs-thermo-simulator.js': string;
};

/** The module of a name, its source map, and esbuild's account of what is in it. */
export function bundle(
  name: keyof typeof entries,
): Promise<{ module: Uint8Array; map: Uint8Array; metafile: Metafile }>;
