import { lookOf } from '../../pictures/lookOf.js';
import { positionsOf } from '../../pictures/positionsOf.js';
import type { View } from '../panel/view.js';
import { columnExtremes, type ColumnExtremes } from './columnExtremes.js';
import type { Quantity, QuantityChart } from '../../pictures/quantityChart.js';
import { smoothed } from '../../pictures/smoothed.js';

/** A line of a chart: one quantity of one run. */
export interface Trace {
  readonly quantity: Quantity;
  readonly name: string;
  readonly colour: string;
  readonly dash: readonly number[];
  readonly values: ColumnExtremes;
  /** A standard error above and below; null where the quantity has none. */
  readonly band: { readonly upper: ColumnExtremes; readonly lower: ColumnExtremes } | null;
}

/** The scale that a chart is drawn on. */
export function scaleOf({ scale }: QuantityChart, { choices }: View): 'linear' | 'log' {
  return scale === 'linear' ? scale : choices.scale;
}

/** The lines of a chart, of every run that is shown and has the quantity. */
export function tracesOf(
  chart: QuantityChart,
  view: View,
  window: readonly [number, number],
  columns: number,
): Trace[] {
  const above = scaleOf(chart, view) === 'log' ? 0 : -Infinity;
  const shown = view.runs.filter(({ isShown }) => isShown);
  return shown.flatMap(({ table, description, colour }) => {
    const positions = positionsOf(table, view.choices.against);
    if (positions === null) return [];
    return chart.quantities.flatMap((quantity, i) => {
      const raw = table.numbers(quantity.field);
      if (raw === null) return [];
      const look = lookOf({ colour }, i, shown.length);
      const values = smoothed(raw, view.choices.smoothing);
      const drawn = (of: Float64Array): ColumnExtremes =>
        columnExtremes(positions, of, window, columns, above);
      const error = quantity.error === undefined ? null : table.numbers(quantity.error);
      return [
        {
          quantity,
          name: shown.length === 1 ? quantity.name : `${quantity.name} ${description.name}`,
          colour: view.colours[look.colour],
          dash: look.dash,
          values: drawn(values),
          band:
            error === null
              ? null
              : {
                  upper: drawn(values.map((value, row) => value + error[row]!)),
                  lower: drawn(values.map((value, row) => value - error[row]!)),
                },
        },
      ];
    });
  });
}
