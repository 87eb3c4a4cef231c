import type { Metafile } from 'esbuild';

/** The module, its source map, and esbuild's account of what is in it. */
export function bundle(): Promise<{ module: Uint8Array; map: Uint8Array; metafile: Metafile }>;
