import type { Columns } from './columns.js';

/** The column by which a layer is known to be recorded. */
const sign = '/totalTemperature';

/** The names of the layers, or other parts, that a run records. */
export function layersOf({ names }: Pick<Columns, 'names'>): readonly string[] {
  return names.filter((name) => name.endsWith(sign)).map((name) => name.slice(0, -sign.length));
}
