import { readdirSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * The name of a new event file in a folder. TensorBoard reads the files of a folder in the order of their names, which
 * begin with the second they were made in: a new one comes after all that are there.
 */
export function nameEventFile(folder: string): string {
  const latest = Math.max(0, ...readdirSync(folder).map(secondOf));
  const second = Math.max(Math.floor(Date.now() / 1000), latest + 1);
  return `events.out.tfevents.${String(second).padStart(10, '0')}.${hostname()}.${process.pid}`;
}

function secondOf(name: string): number {
  return Number(/^events\.out\.tfevents\.(\d+)\./.exec(name)?.[1] ?? 0);
}
