import type { Point } from '../../control/index.js';
import type { SummaryValue } from './events/index.js';
import { histogramOf } from './histogramOf.js';
import { tagOf } from './tagOf.js';

/**
 * What TensorBoard shows of a point: every number but the step as a scalar, and over the groups or variables that have a
 * state of their own, histograms of `layers/temperature`, `layers/totalTemperature` and `layers/radius` (finite values
 * only). Texts, booleans and what was not measured are left out.
 */
export function tensorboardSummary(point: Point): readonly SummaryValue[] {
  const { step: _, ...columns } = point;
  const numbers = Object.entries(columns).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  const partsOf = (quantity: string): readonly number[] =>
    numbers.flatMap(([column, value]) =>
      column.endsWith(`/${quantity}`) && Number.isFinite(value) ? [value] : [],
    );
  return [
    ...numbers.map(([column, value]) => ({ kind: 'scalar' as const, tag: tagOf(column), value })),
    ...histogram('layers/temperature', partsOf('temperature')),
    ...histogram('layers/totalTemperature', partsOf('totalTemperature')),
    ...histogram(
      'layers/radius',
      partsOf('volume').map((volume) => Math.sqrt(2 * volume)),
    ),
  ];
}

function histogram(tag: string, values: readonly number[]): readonly SummaryValue[] {
  return values.length === 0 ? [] : [{ kind: 'histogram', tag, buckets: histogramOf(values) }];
}
