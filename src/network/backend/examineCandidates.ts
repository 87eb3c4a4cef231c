import type { BackendSettings, Examined } from './backend.js';
import { candidates } from './candidates.js';

/** Looks at every way to run, better ones first. Loads nothing into this process. */
export async function examineCandidates(settings: BackendSettings): Promise<readonly Examined[]> {
  const examined: Examined[] = [];
  // One after the other: each may start a process that takes all cores.
  for (const { name, backend, examine } of candidates) {
    examined.push({ candidate: name, backend, availability: await examine(settings) });
  }
  return examined;
}
