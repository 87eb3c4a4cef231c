import { controller } from '../../control/index.js';
import { requirePositive, ThermoError } from '../../error.js';
import type { Candidate } from './candidate.js';
import type { CompareSettings } from './compareSettings.js';

/**
 * Refuses candidates that cannot be compared, before any is run.
 *
 * @throws ThermoError for none, two of one name, a name that cannot name a folder, unequal numbers of rates, and courses that
 *   are refused.
 */
export function requireCandidates(candidates: readonly Candidate[], settings: CompareSettings): void {
  const [first] = candidates;
  if (first === undefined) throw new ThermoError('candidates is empty: pass at least one');
  const names = candidates.map(({ name }) => name);
  const bad = names.find((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name));
  if (bad !== undefined) {
    throw new ThermoError(
      `candidate ${JSON.stringify(bad)} cannot name a folder: pass small letters, digits and dashes`,
    );
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new ThermoError(`candidate ${twice} is given twice: pass each once`);
  for (const candidate of candidates) {
    const { name, rates } = candidate;
    if (rates.length === 0 || rates.length !== first.rates.length) {
      throw new ThermoError(
        `candidate ${name} has ${rates.length} rates and ${first.name} has ${first.rates.length}: give each as many, at least one, so that all are tuned alike`,
      );
    }
    for (const rate of rates) {
      requirePositive(`a rate of ${name}`, rate);
      for (const steps of [settings.tuningSteps, settings.steps]) {
        const made = candidate.course({ rate, steps, every: settings.every });
        controller(made.settings, made.process);
      }
    }
  }
}
