import envPaths from 'env-paths';

/**
 * The folder in which this user's set-ups keep what is costly to get: `TFJS_THERMO_CACHE` where it is set, else the
 * system's own place for caches (~/.cache/tfjs-thermo on Linux).
 */
export function cacheFolder(): string {
  return process.env['TFJS_THERMO_CACHE'] || envPaths('tfjs-thermo', { suffix: '' }).cache;
}
