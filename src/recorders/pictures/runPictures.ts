import type { Point } from '../../control/index.js';
import { chartFigure } from './chartFigure.js';
import { columnsOf } from './columns.js';
import { gasLawFigure } from './gasLawFigure.js';
import { layersFigure } from './layersFigure.js';
import { layersOf } from './layersOf.js';
import type { Picture } from './picture.js';
import { gatherFrom } from './gather.js';
import { planeFigure, pressureVolumePlane, temperatureEntropyPlane, type Plane } from './planes/index.js';
import { planCharts, quantityCharts, type QuantityChart } from './quantityChart.js';
import { scaleFor } from './scaleFor.js';
import type { Shown } from './shown.js';

/**
 * The pictures of a run: its quantities against the step, the planes of a gas, the gas law, and its layers where it records
 * them. The live page draws the same figures of the same points.
 *
 * @param name how the run is called
 * @param points in the order of their steps; values that are missing are passed over
 */
export function runPictures(name: string, points: readonly Point[]): readonly Picture[] {
  const shown = shownOf(name, points);
  const [run] = shown.runs;
  const layers = layersOf(run!.columns);
  return [
    ...quantityCharts.map((chart) => chartPicture(chart, shown)),
    planePicture(pressureVolumePlane, shown),
    planePicture(temperatureEntropyPlane, shown),
    {
      title: 'Gas law',
      caption:
        'Each dot is a reading; the line is pV = R T with R = (d-1)/2. With T_tot the dots come to the line at equilibrium; with T only where the gas is ideal. Readings with p or T of 0 and below are not shown.',
      figure: gasLawFigure(run!),
      needs: ['pressure', 'volume', 'totalTemperature'],
    },
    ...(layers.length === 0
      ? []
      : (['left', 'right'] as const).map((side) => layerPicture(side, layers, shown))),
  ];
}

/** The pictures of a plan: of what it foretells, as a run's. */
export function planPictures(points: readonly Point[]): readonly Picture[] {
  const shown = shownOf('plan', points);
  return [
    ...planCharts.map((chart) => chartPicture(chart, shown)),
    planePicture(pressureVolumePlane, shown),
    planePicture(temperatureEntropyPlane, shown),
  ];
}

function shownOf(name: string, points: readonly Point[]): Shown {
  const columns = columnsOf(points);
  return {
    runs: [{ name, columns, gather: gatherFrom(columns), colour: 0 }],
    against: 'step',
    scale: 'linear',
    smoothing: 0,
    zoom: null,
  };
}

function chartPicture(chart: QuantityChart, shown: Shown): Picture {
  const fields = chart.quantities.map(({ field }) => field);
  const scale = scaleFor(shown.runs[0]!.columns, fields);
  return { ...chart, figure: chartFigure(chart, { ...shown, scale }), needs: fields };
}

function planePicture(plane: Plane, shown: Shown): Picture {
  const { title, caption } = plane;
  return {
    title,
    caption,
    figure: planeFigure(plane, shown),
    needs: ['pressure', 'volume', 'totalTemperature'],
  };
}

function layerPicture(side: 'left' | 'right', layers: readonly string[], shown: Shown): Picture {
  const quantity = side === 'left' ? 'totalTemperature' : 'volume';
  const fields = layers.map((layer) => `${layer}/${quantity}`);
  const scale = scaleFor(shown.runs[0]!.columns, fields);
  return {
    title: side === 'left' ? 'Temperature of the layers' : 'Volume of the layers',
    caption: 'A panel for each layer, all on the same axes.',
    figure: layersFigure(side, { ...shown, scale }),
    needs: fields,
  };
}
