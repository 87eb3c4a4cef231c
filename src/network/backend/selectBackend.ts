import { requireKnownNames, ThermoError } from '../../error.js';
import type { BackendName, Candidate, CandidateName, Examined } from './backend.js';
import { backendSettings } from './backendSettings.js';
import { candidates } from './candidates.js';
import { nearestName } from '../../nearestName.js';

/** What `selectBackend` may be told. */
export interface BackendRequest {
  /** `auto` (default) for the best one that is ready, or `tensorflow`, `webgpu`, `wasm`, `cpu`. */
  readonly backend?: string;
}

/** A backend that was chosen and is in use. */
export interface BackendChoice {
  readonly name: BackendName;
  readonly candidate: CandidateName;
  /** One line: what was chosen and why nothing better was. */
  readonly reason: string;
  /** What was looked at, the chosen candidate last. */
  readonly tried: readonly Examined[];
}

const backendNames = ['auto', 'tensorflow', 'webgpu', 'wasm', 'cpu'] as const;

/** What users call a backend by its hardware or package. */
const otherNames: Readonly<Record<string, BackendName>> = {
  native: 'tensorflow',
  node: 'tensorflow',
  cuda: 'tensorflow',
  gpu: 'tensorflow',
  webgl: 'webgpu',
  javascript: 'cpu',
};

/**
 * Loads the best backend that is ready on this machine, or the one that was named, and makes tfjs use it. Downloads and
 * builds nothing: that is `prepareBackend`'s part.
 *
 * @throws ThermoError when the name is unknown, or that backend cannot run here.
 */
export async function selectBackend(request: BackendRequest = {}): Promise<BackendChoice> {
  requireKnownNames('selectBackend', request, ['backend']);
  const wanted = requireBackendName(request.backend ?? 'auto');
  const settings = backendSettings();
  const tried: Examined[] = [];
  for (const candidate of candidates.filter((one) => wanted === 'auto' || one.backend === wanted)) {
    let availability = await candidate.examine(settings);
    if (availability.ok) {
      const failure = await tryToUse(candidate, () => candidate.load(settings));
      if (failure !== null) availability = { ok: false, why: failure, remedy: 'run `npx tfjs-thermo setup`' };
    }
    tried.push({ candidate: candidate.name, backend: candidate.backend, availability });
    if (availability.ok) {
      return {
        name: candidate.backend,
        candidate: candidate.name,
        reason: reasonFor(availability.why, tried.slice(0, -1), wanted),
        tried,
      };
    }
  }
  throw notAvailable(wanted, tried);
}

function requireBackendName(written: string): (typeof backendNames)[number] {
  const known = backendNames.find((name) => name === written);
  if (known) return known;
  const nearest = otherNames[written.toLowerCase()] ?? nearestName(written.toLowerCase(), backendNames);
  throw new ThermoError(
    `--backend ${written} is not a backend: pass auto, tensorflow, webgpu, wasm or cpu (perhaps you meant ${nearest})`,
  );
}

/** Loads a candidate and makes tfjs use it; returns why it cannot. */
async function tryToUse(candidate: Candidate, load: () => Promise<void>): Promise<string | null> {
  try {
    await load();
    // Only here, so that looking around and setting up do not wait for tfjs to load.
    const { setBackend } = await import('./setBackend.js');
    await setBackend(candidate.backend);
    return null;
  } catch (error) {
    return `it did not load: ${(error as Error).message.split('\n')[0]}`;
  }
}

function reasonFor(why: string, better: readonly Examined[], wanted: string): string {
  if (wanted !== 'auto') return `${why}, as asked for`;
  const missed = better.map(({ candidate, availability }) => `${candidate}: ${availability.why}`);
  return missed.length === 0 ? why : `${why} (${missed.join('; ')})`;
}

function notAvailable(wanted: string, tried: readonly Examined[]): ThermoError {
  const { availability } = tried.at(-1)!;
  const remedy = availability.ok ? '' : `: ${availability.remedy}`;
  return new ThermoError(
    `--backend ${wanted} cannot run here, ${availability.why}${remedy}; or pass auto for the best one that can`,
  );
}
