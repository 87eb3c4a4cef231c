import type { Figure, FigureLine } from '../figure/figure.js';
import type { QuantityChart } from './quantityChart.js';
import { describe, rangeOnSide, type Drawn } from './drawn.js';
import { scaleOf, type Trace } from './traces.js';

/** What a chart shows, as a figure to keep. What stands on the right axis is told by its name and left out of the drawing. */
export function figureOf(chart: QuantityChart, drawn: Drawn): Figure {
  const { view, window, traces } = drawn;
  const domain = rangeOnSide(chart, drawn, 'left');
  const mark: FigureLine[] =
    chart.mark === undefined
      ? []
      : [
          {
            name: null,
            colour: view.colours.muted,
            dash: [4, 3],
            width: 1,
            points: window.map((x) => [x, chart.mark!] as const),
          },
        ];
  return {
    title: chart.title,
    description: describe(chart, drawn),
    width: 720,
    height: 360,
    x: { label: view.choices.against === 'step' ? 'step' : 'time (s)', scale: 'linear', domain: window },
    y: { label: chart.unit, scale: scaleOf(chart, view), domain },
    colours: view.colours,
    lines: [
      ...mark,
      ...traces.filter(({ quantity }) => !quantity.isRight).map((trace) => lineOf(trace, drawn.positions)),
    ],
    dots: [],
  };
}

function lineOf({ name, colour, dash, values }: Trace, positions: readonly number[]): FigureLine {
  const points = values.flatMap((value, i) => (value === null ? [] : [[positions[i]!, value] as const]));
  return { name, colour, dash, width: 1.5, points };
}
