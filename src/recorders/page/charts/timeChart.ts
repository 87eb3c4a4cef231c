import { drawFigure, type Figure } from '../../figure/index.js';
import { chartFigure } from '../../pictures/chartFigure.js';
import type { QuantityChart } from '../../pictures/quantityChart.js';
import { saveButtons } from '../export/saveButtons.js';
import { svgElementOf } from '../export/svgElementOf.js';
import type { Drawable } from '../panel/drawable.js';
import { element } from '../panel/element.js';
import { shownOf } from '../panel/shownOf.js';
import type { View } from '../panel/view.js';
import { legendOf } from './legendOf.js';
import { pointing } from './pointing.js';
import { readingAt } from './readingAt.js';

/** Pixels of a bin of a line at least. */
const leastBin = 2;

/** What a chart is drawn in, and what it asks of its panel. */
export interface TimeChartOptions {
  /** Of the frame, in CSS pixels. */
  readonly height: number;
  readonly zoomTo: (stretch: readonly [number, number]) => void;
}

/** A chart of quantities against the step or the time, with legend, readout and buttons that keep its picture. */
export function timeChart(chart: QuantityChart, { height, zoomTo }: TimeChartOptions): Drawable {
  const legend = element('div', { class: 'thermo-legend' });
  const readout = element('span', { class: 'thermo-readout', 'aria-hidden': 'true' });
  const picture = element('div', { class: 'thermo-picture' });
  let shown: { readonly figure: Figure; readonly view: View } | null = null;
  const pointer = pointing(() => shown?.figure ?? null, {
    at(position) {
      readout.textContent = shown === null || position === null ? '' : readingAt(shown.figure, position);
    },
    dragOver: zoomTo,
  });
  const buttons = saveButtons(chart.title, () => {
    // What is kept stands alone, so it names its lines itself.
    return shown === null
      ? null
      : { figure: { ...shown.figure, hasLegend: true }, palette: shown.view.colours };
  });
  const figure = element(
    'figure',
    { class: 'thermo-chart' },
    element('figcaption', {}, element('strong', {}, chart.title), legend, buttons),
    element('div', { class: 'thermo-plot' }, picture, pointer.element),
    readout,
  );

  return {
    element: figure,
    draw(view) {
      figure.hidden = !hasAny(chart, view);
      // What is hidden, here or by what it stands in, has no width.
      const width = Math.floor(picture.clientWidth);
      if (width < 50) return;
      const size = { width, panelHeight: height, bins: Math.max(50, Math.floor((width - 70) / leastBin)) };
      const drawn = chartFigure(chart, shownOf(view), size);
      shown = drawn === null ? null : { figure: { ...drawn, hasLegend: false }, view };
      picture.replaceChildren(
        ...(shown === null ? [] : [svgElementOf(drawFigure(shown.figure, view.colours))]),
      );
      legend.replaceChildren(...legendOf(chart, view));
    },
  };
}

/** Whether a run that is shown has any of a chart's quantities. */
function hasAny({ quantities }: QuantityChart, { runs }: View): boolean {
  return runs.some(
    ({ table, isShown }) => isShown && quantities.some(({ field }) => table.numbers(field) !== null),
  );
}
