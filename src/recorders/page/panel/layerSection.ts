import { layersOf } from '../../pictures/layersOf.js';
import { layerChart } from '../../pictures/quantityChart.js';
import { timeChart, type TimeChartOptions } from '../charts/index.js';
import type { Drawable } from './drawable.js';
import { element } from './element.js';
import type { Redrawing } from './redrawing.js';

/** A small chart for each layer that a run records, added as they appear. */
export function layerSection(drawing: Pick<Redrawing, 'add'>, zoomTo: TimeChartOptions['zoomTo']): Drawable {
  const grid = element('div', { class: 'thermo-grid thermo-small' });
  const section = element('section', {}, element('h2', {}, 'Layers'), grid);
  section.hidden = true;
  const known = new Set<string>();
  return {
    element: section,
    draw({ runs }) {
      for (const { table } of runs) {
        for (const name of layersOf(table)) {
          if (known.has(name)) continue;
          known.add(name);
          section.hidden = false;
          const chart = timeChart(layerChart(name), { height: 105, zoomTo });
          grid.append(chart.element);
          drawing.add('picture', chart);
        }
      }
    },
  };
}
