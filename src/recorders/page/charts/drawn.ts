import { brief } from '../panel/brief.js';
import type { View } from '../panel/view.js';
import type { QuantityChart } from '../../pictures/quantityChart.js';
import { rangeOf } from '../../figure/index.js';
import { scaleOf, type Trace } from './traces.js';

/** What a chart shows at the moment. */
export interface Drawn {
  readonly view: View;
  readonly window: readonly [number, number];
  readonly traces: readonly Trace[];
  readonly positions: number[];
}

/** The range of the values on a side of a chart, and of what is marked there. */
export function rangeOnSide(
  chart: QuantityChart,
  { view, traces }: Drawn,
  side: 'left' | 'right',
): [number, number] {
  const values = traces
    .filter(({ quantity }) => (quantity.isRight === true) === (side === 'right'))
    .flatMap(({ values }) => values);
  const mark = side === 'left' && chart.mark !== undefined ? [chart.mark] : [];
  return rangeOf([...values, ...mark], scaleOf(chart, view));
}

/** What a screen reader says in the place of the picture. */
export function describe(chart: QuantityChart, { traces, window, view }: Drawn): string {
  const newest = traces.map(
    ({ name, values }) => `${name} ${brief(values.findLast((v) => v !== null) ?? null)}`,
  );
  const span = `${view.choices.against} ${brief(window[0])} to ${brief(window[1])}`;
  return `${chart.title} over ${span}; newest: ${newest.join(', ')}`;
}
