import type { Spread, Standing } from '../../recorders/node.js';

/** Standard errors of a difference within which it is called a tie. */
const tie = 2;

/**
 * Where each of several means stands against the highest.
 *
 * A difference of at most two standard errors, sqrt(s1^2 / n1 + s2^2 / n2), is a tie. With three seeds each, one candidate that
 * is as good as another still falls outside by chance in about one case in nine (Student's t with 4 degrees of freedom).
 *
 * @param spreads of the candidates; null where one has no result.
 */
export function standings(spreads: readonly (Spread | null)[]): readonly Standing[] {
  const best = spreads.reduce<Spread | null>(
    (a, b) => (a === null || (b !== null && b.mean > a.mean) ? b : a),
    null,
  );
  return spreads.map((spread) => {
    if (spread === null || best === null) return 'none';
    if (spread === best) return 'best';
    if (spread.deviation === null || best.deviation === null) return 'untested';
    const error = Math.sqrt(spread.deviation ** 2 / spread.count + best.deviation ** 2 / best.count);
    return best.mean - spread.mean <= tie * error ? 'tied' : 'behind';
  });
}
