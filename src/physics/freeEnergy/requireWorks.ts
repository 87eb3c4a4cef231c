import { ThermoError } from '../../error.js';

/** Refuses works that are fewer than two or not all finite. `what` names them as the user wrote it. */
export function requireWorks(what: string, works: ArrayLike<number>): readonly number[] {
  if (works.length < 2) throw new ThermoError(`${what} has ${works.length} entries: pass at least two`);
  const all = Array.from(works);
  const broken = all.findIndex((work) => !Number.isFinite(work));
  if (broken >= 0) {
    throw new ThermoError(
      `${what}[${broken}] is ${all[broken]}: pass the finite works of trajectories alone`,
    );
  }
  return all;
}
