import { ThermoError } from '../../../error.js';
import { nearestName } from '../../../nearestName.js';

/**
 * Positions of the variables that a name stands for. In this order: the variable of exactly this name; with `*`, all whose
 * whole name fits; else all of a layer (`conv1` for `conv1/kernel` and `conv1/bias`), of a role (`kernel` for every
 * `.../kernel`), or the one that tfjs renamed to keep names unique (`conv1/kernel` for `conv1/kernel_1` after loading).
 *
 * @param option the option that names them, for the error.
 * @throws ThermoError when none fits, with the nearest name there is.
 */
export function positionsByName(name: string, names: readonly string[], option = 'invariant'): number[] {
  const exact = names.indexOf(name);
  const positions =
    exact >= 0 ? [exact] : names.flatMap((candidate, index) => (fits(name, candidate) ? [index] : []));
  if (positions.length > 0) return positions;
  const nearest = nearestName(name, names);
  throw new ThermoError(
    `${option} names "${name}", which no variable has${nearest === undefined ? '' : `; the nearest is "${nearest}"`}: pass a variable's name, a layer's ("conv1"), a role ("kernel") or a pattern ("conv*/kernel")`,
  );
}

function fits(name: string, candidate: string): boolean {
  const original = candidate.replace(/_\d+$/, '');
  if (name.includes('*')) {
    const pattern = name.split('*').map((literal) => literal.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    const whole = new RegExp(`^${pattern.join('.*')}$`);
    return whole.test(candidate) || whole.test(original);
  }
  return (
    candidate.startsWith(`${name}/`) || [candidate, original].some((path) => `/${path}`.endsWith(`/${name}`))
  );
}
