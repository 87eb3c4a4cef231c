import { ThermoError } from '../error.js';

/** The folder that a run is to go into: the one that was named, or one of the time in runs/. */
export function runFolder(out: string | undefined): string {
  if (out === undefined) return `runs/${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`;
  if (out.trim() === '') throw new ThermoError('--out is empty: name a folder');
  return out;
}
