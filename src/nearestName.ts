/** The name with the fewest letters to insert, delete or replace (Levenshtein distance) to make it out of `written`. */
export function nearestName<Name extends string>(written: string, names: readonly Name[]): Name | undefined {
  const byDistance = names.map((name) => ({ name, distance: distanceBetween(written, name) }));
  return byDistance.sort((one, other) => one.distance - other.distance)[0]?.name;
}

function distanceBetween(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = above[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, above[column]! + 1, current[column - 1]! + 1));
    }
    above = current;
  }
  return above[to.length]!;
}
