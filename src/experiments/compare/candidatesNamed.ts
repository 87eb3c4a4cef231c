import { ThermoError } from '../../error.js';
import { nearestName } from '../../nearestName.js';
import { builtInCandidates } from './builtInCandidates.js';
import type { Candidate } from './candidate.js';

/**
 * The built-in candidates of some names.
 * @throws ThermoError for a name that is not known, with the nearest one.
 */
export function candidatesNamed(names: readonly string[]): readonly Candidate[] {
  const known = builtInCandidates.map(({ name }) => name);
  return names.map((name) => {
    const candidate = builtInCandidates.find((one) => one.name === name);
    if (candidate !== undefined) return candidate;
    throw new ThermoError(
      `candidate '${name}' is not known (perhaps you meant ${nearestName(name, known)}): pass some of ${known.join(', ')}`,
    );
  });
}
