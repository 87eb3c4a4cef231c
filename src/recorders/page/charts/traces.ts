import { courseOf } from '../../pictures/course.js';
import { lookOf } from '../../pictures/lookOf.js';
import type { Quantity, QuantityChart } from '../../pictures/quantityChart.js';
import type { View } from '../panel/view.js';
import { keptUp } from '../table/index.js';
import type { Extremes } from './columnExtremes.js';
import { quantityExtremes } from './quantityExtremes.js';

/** A line of a chart: one quantity of one run. */
export interface Trace {
  readonly quantity: Quantity;
  readonly name: string;
  readonly colour: string;
  readonly dash: readonly number[];
  readonly values: Extremes;
  /** Whether it turns in most columns. */
  readonly isDense: boolean;
  /** A standard error above and below; null where the quantity has none. */
  readonly band: { readonly upper: Extremes; readonly lower: Extremes } | null;
}

/** The columns of a chart that are drawn: their width in units of the positions, the first and the last. */
export interface DrawnColumns {
  readonly width: number;
  readonly first: number;
  readonly last: number;
}

/** The scale that a chart is drawn on. */
export function scaleOf({ scale }: QuantityChart, { choices }: View): 'linear' | 'log' {
  return scale === 'linear' ? scale : choices.scale;
}

/** The lines of a chart, of every run that is shown and has the quantity. */
export function tracesOf(chart: QuantityChart, view: View, { width, first, last }: DrawnColumns): Trace[] {
  const { against, smoothing, window } = view.choices;
  const shown = view.runs.filter(({ isShown }) => isShown);
  return shown.flatMap(({ table, description, colour }) => {
    if (courseOf(table, against) === null) return [];
    return chart.quantities.flatMap((quantity, i) => {
      if (table.numbers(quantity.field) === null) return [];
      const hasError = quantity.error !== undefined && table.numbers(quantity.error) !== null;
      const drawing = {
        field: quantity.field,
        error: hasError ? quantity.error! : null,
        against,
        smoothing,
        window,
        width,
        scale: scaleOf(chart, view),
      };
      const extremes = keptUp(table, `${chart.title} ${quantity.field}`, JSON.stringify(drawing), () =>
        quantityExtremes(drawing),
      );
      const { values, band } = extremes.between(first, last);
      const look = lookOf({ colour }, i, shown.length);
      const name = shown.length === 1 ? quantity.name : `${quantity.name} ${description.name}`;
      const isDense = values.filter((value) => value !== null).length > 0.75 * values.length;
      return [{ quantity, name, colour: view.colours[look.colour], dash: look.dash, values, isDense, band }];
    });
  });
}
