import type { Figure } from '../figure/index.js';
import { chartPanel, spanOf, timeAxis, uprightAxis } from './chartFigure.js';
import { layersOf } from './layersOf.js';
import { layerChart } from './quantityChart.js';
import type { Shown } from './shown.js';

/**
 * The layers of runs as small multiples on common axes: their temperatures, or their volumes.
 *
 * @returns null where no run records layers
 */
export function layersFigure(side: 'left' | 'right', shown: Shown): Figure | null {
  const layers = [...new Set(shown.runs.flatMap(({ columns }) => layersOf(columns)))];
  const panels = layers.flatMap((layer) => {
    const panel = chartPanel(layerChart(layer), side, shown);
    return panel === null ? [] : [{ ...panel, title: layer }];
  });
  if (panels.length === 0) return null;
  const what = side === 'left' ? 'Temperature' : 'Volume';
  return {
    title: `${what} of the layers`,
    description: `${what} of ${layers.join(', ')} over ${spanOf(shown)}.`,
    columns: Math.min(3, panels.length),
    size: { width: 720, panelHeight: 110 },
    x: timeAxis(shown),
    y: uprightAxis(layerChart(layers[0]!), side, shown),
    panels,
  };
}
