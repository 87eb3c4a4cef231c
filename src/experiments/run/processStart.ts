import { readFileSync } from 'node:fs';

/**
 * When a process of this machine began, in a unit of the system's own, to tell it from a later process with the same
 * number; null when there is no such process or only its remains, which nobody has fetched yet, or where the system does not
 * say (other than Linux).
 */
export function processStart(pid: number): string | null {
  try {
    // The second field is the program's name in parentheses and may hold anything; the 22nd is the start time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const [state] = fields;
    return state === 'Z' || state === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
