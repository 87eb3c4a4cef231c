import { ThermoError } from '../../error.js';
import type { Stage } from './stage.js';

/**
 * Refuses what is no array of stages.
 * @throws ThermoError; for a process in place of a stage, with the stage that goes along it.
 */
export function requireStages(given: readonly Stage[]): void {
  const stages: unknown = given;
  if (!Array.isArray(stages)) throw notStages();
  for (const stage of stages as (Partial<Stage> & { readonly kind?: unknown })[]) {
    if (typeof stage?.begin === 'function') continue;
    if (typeof stage?.kind !== 'string') throw notStages();
    throw new ThermoError(
      `process holds ${stage.kind}(...) itself: pass the stage that goes along it, along(${stage.kind}(...), { steps: 1000 })`,
    );
  }
}

function notStages(): ThermoError {
  return new ThermoError('process is not an array of stages: pass one such as [equilibrate(), along(...)]');
}
