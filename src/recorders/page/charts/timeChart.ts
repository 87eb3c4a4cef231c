import type uPlot from 'uplot';
import { chartFigure } from '../../pictures/chartFigure.js';
import { saveButtons } from '../export/saveButtons.js';
import { brief } from '../panel/brief.js';
import type { Drawable } from '../panel/drawable.js';
import { element } from '../panel/element.js';
import type { View } from '../panel/view.js';
import { shownOf } from '../panel/shownOf.js';
import { windowOf } from '../panel/windowOf.js';
import { columnPositions, columnWidth, columnsOf } from './columnExtremes.js';
import { describe, rangeOnSide, type Drawn } from './drawn.js';
import { plotOf } from './plotOf.js';
import type { QuantityChart } from '../../pictures/quantityChart.js';
import { scaleOf, tracesOf, type Trace } from './traces.js';

/** Pixels of a column at least, which shows the least and the greatest value in it; of dashed lines every corner costs. */
const leastWidth = 2;

/** What a chart is drawn in, and what it asks of its panel. */
export interface TimeChartOptions {
  readonly height: number;
  readonly zoom: (window: readonly [number, number]) => void;
}

/** A chart of quantities against the step or the time, with legend, readout and buttons that keep its picture. */
export function timeChart(chart: QuantityChart, { height, zoom }: TimeChartOptions): Drawable {
  const legend = element('div', { class: 'thermo-legend' });
  const readout = element('span', { class: 'thermo-readout', 'aria-hidden': 'true' });
  const canvas = element('div', { class: 'thermo-canvas', role: 'img', 'aria-label': chart.title });
  let drawn: Drawn | null = null;
  let plot: uPlot | null = null;
  let builtFor = '';
  const save = saveButtons(chart.title, () => (drawn === null ? null : pictureOf(chart, drawn.view)));
  const figure = element(
    'figure',
    { class: 'thermo-chart' },
    element(
      'figcaption',
      {},
      element('strong', {}, chart.title),
      element('span', { class: 'thermo-unit' }, chart.unit),
      save,
    ),
    legend,
    canvas,
    readout,
  );

  const point = (index: number | null): void => {
    readout.textContent = index === null || drawn === null ? '' : readingAt(drawn, index);
  };

  return {
    element: figure,
    draw(view) {
      figure.hidden = !hasAny(chart, view);
      // What is hidden, here or by what it stands in, has no width.
      const width = Math.floor(canvas.clientWidth);
      if (width < 50) return;
      const window = windowOf(view);
      const widthOfColumn = columnWidth(window, Math.max(50, Math.floor((width - 70) / leastWidth)));
      const [first, last] = columnsOf(window, widthOfColumn);
      const traces = tracesOf(chart, view, { width: widthOfColumn, first, last });
      drawn = { view, window, traces, positions: columnPositions(first, last, widthOfColumn) };
      const wanted = JSON.stringify([
        traces.map(({ name, colour, band, isDense }) => [name, colour, band !== null, isDense]),
        scaleOf(chart, view),
        view.colours,
        width,
      ]);
      if (wanted !== builtFor) {
        plot?.destroy();
        plot = plotOf(chart, traces, view, { width, height }, canvas, {
          range: (scale) => (scale === 'x' ? [...drawn!.window] : rangeOnSide(chart, drawn!, scale)),
          zoom,
          point,
        });
        legend.replaceChildren(...legendOf(traces, view));
        builtFor = wanted;
      }
      const data: uPlot.AlignedData = [
        drawn.positions,
        ...traces.map(({ values }) => values),
        ...traces.flatMap(({ band }) => (band === null ? [] : [band.upper, band.lower])),
      ];
      // Left to itself it would draw after this returns, where its time would not be seen.
      plot!.batch(() => plot!.setData(data));
      canvas.setAttribute('aria-label', describe(chart, drawn));
    },
  };
}

/** What is shown as a figure to keep. */
function pictureOf(chart: QuantityChart, view: View) {
  const figure = chartFigure(chart, shownOf(view));
  return figure === null ? null : { figure, palette: view.colours };
}

/** Whether a run that is shown has any of a chart's quantities. */
function hasAny({ quantities }: QuantityChart, { runs }: View): boolean {
  return runs.some(
    ({ table, isShown }) => isShown && quantities.some(({ field }) => table.numbers(field) !== null),
  );
}

/** The quantities in their colours or, where several runs are shown whose colours stand in the table, with their dashes. */
function legendOf(traces: readonly Trace[], { colours, runs }: View): HTMLElement[] {
  const isOneRun = runs.filter(({ isShown }) => isShown).length === 1;
  const entries = new Map(traces.map(({ quantity, dash, colour }) => [quantity.name, { dash, colour }]));
  return [...entries].map(([name, { dash, colour }]) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 20 10');
    svg.setAttribute('aria-hidden', 'true');
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('d', 'M0 5H20');
    line.setAttribute('stroke', isOneRun ? colour : colours.text);
    line.setAttribute('stroke-width', '2');
    line.setAttribute('stroke-dasharray', dash.join(' '));
    svg.append(line);
    return element('span', {}, svg, name);
  });
}

function readingAt({ traces, positions, view }: Drawn, index: number): string {
  const place = `${view.choices.against} ${Math.round(positions[index] ?? 0).toLocaleString('en-US')}`;
  const values = traces.map(({ name, values }) => `${name} ${brief(nearest(values, index))}`);
  return [place, ...values].join('   ');
}

/** The value nearest to a place that has one. */
function nearest(values: readonly (number | null)[], index: number): number | null {
  for (let distance = 0; distance < values.length; distance += 1) {
    const value = values[index - distance] ?? values[index + distance] ?? null;
    if (value !== null) return value;
  }
  return null;
}
