import { readFileSync } from 'node:fs';

/** The version of the package, as its own package.json says. */
export const packageVersion = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
