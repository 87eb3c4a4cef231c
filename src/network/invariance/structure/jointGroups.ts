import type { Degree } from './degree.js';
import type { ScaleEquation } from './scaleSystem.js';

/** The variables whose scales are free, in the smallest parts found, and why the rest is held. */
export interface JointGroups {
  /** Disjoint sets of variables; scaling all of a set by one factor satisfies every equation. */
  readonly groups: readonly (readonly number[])[];
  /** Variable -> why its scale is held. */
  readonly held: ReadonlyMap<number, string>;
  /** Variable -> why it scales only with others. */
  readonly tied: ReadonlyMap<number, string>;
}

/**
 * Finds sets of variables that may each be scaled by a factor of its own. An equation whose coefficients sum to zero is
 * satisfied when all of its variables scale together, so they are tied; of any other the smallest class on the heavier
 * side is held, and the rest is tried again. Simple equations go first, so that nothing is held that need not be. Exact for
 * equations of one or two classes; where a sum of products leaves a choice (a = b + c: a with b, or a with c), one
 * valid choice is made.
 *
 * @param sizes elements of each variable; breaks ties in favour of larger ones.
 */
export function jointGroups(equations: readonly ScaleEquation[], sizes: readonly number[]): JointGroups {
  const classOf = sizes.map((_, variable) => variable);
  const members = new Map(sizes.map((_, variable) => [variable, [variable]]));
  const held = new Map<number, string>();
  const tied = new Map<number, string>();

  const reduce = (degree: Degree): Map<number, number> => {
    const reduced = new Map<number, number>();
    for (const [variable, exponent] of degree) {
      const root = classOf[variable] as number;
      if (members.has(root)) reduced.set(root, (reduced.get(root) ?? 0) + exponent);
    }
    for (const [root, exponent] of reduced) if (exponent === 0) reduced.delete(root);
    return reduced;
  };
  const classSize = (root: number): number =>
    (members.get(root) ?? []).reduce((sum, variable) => sum + (sizes[variable] as number), 0);

  const tie = (roots: readonly number[], because: string): void => {
    const root = Math.min(...roots);
    const union = roots.flatMap((other) => members.get(other) ?? []).sort((a, b) => a - b);
    for (const other of roots) members.delete(other);
    members.set(root, union);
    for (const variable of union) {
      classOf[variable] = root;
      if (!tied.has(variable)) tied.set(variable, because);
    }
  };
  const hold = (root: number, { relation, because }: ScaleEquation): void => {
    const reason = relation === 'together' ? `${because}, and one of them has a fixed scale` : because;
    for (const variable of members.get(root) ?? []) held.set(variable, reason);
    members.delete(root);
  };

  let open = equations.map((equation) => ({ equation, terms: reduce(equation.degree) }));
  while (open.length > 0) {
    const simplest = open.reduce((best, next) => (next.terms.size < best.terms.size ? next : best));
    const roots = [...simplest.terms.keys()];
    const balance = [...simplest.terms.values()].reduce((sum, exponent) => sum + exponent, 0);
    if (balance === 0 && roots.length > 0) {
      tie(roots, simplest.equation.because);
    } else if (roots.length > 0) {
      const heavier = roots.filter(
        (root) => Math.sign(simplest.terms.get(root) as number) === Math.sign(balance),
      );
      hold(
        heavier.reduce((least, root) => (classSize(root) < classSize(least) ? root : least)),
        simplest.equation,
      );
    }
    open = open
      .map(({ equation }) => ({ equation, terms: reduce(equation.degree) }))
      .filter(({ terms }) => terms.size > 0);
  }
  const groups = [...members.values()].sort((a, b) => (a[0] as number) - (b[0] as number));
  return { groups, held, tied };
}
