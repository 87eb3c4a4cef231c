import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The version of an npm package that can be imported from here; null where it cannot. */
export function installedVersion(name: string): string | null {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
  } catch {
    return null;
  }
}
