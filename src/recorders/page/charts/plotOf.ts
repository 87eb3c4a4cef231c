import uPlot from 'uplot';
import { axisNumber, ticks, type Palette } from '../../figure/index.js';
import type { View } from '../panel/view.js';
import type { QuantityChart } from '../../pictures/quantityChart.js';
import { bandDownToNext, denseLine, lineWidth, nothing } from './paths.js';
import { scaleOf, type Trace } from './traces.js';

/** What a plot asks of the chart that it stands in. */
export interface PlotCallbacks {
  /** The range of the upright axis on a side, and of the steps. */
  range(scale: 'x' | 'left' | 'right'): [number, number];
  /** The user has dragged over a stretch. */
  zoom(window: readonly [number, number]): void;
  /** The user points at a place; null when no more. */
  point(index: number | null): void;
}

/** The size of a plot, in CSS pixels. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** An empty uPlot for the traces of a chart: series 1 to n are theirs, then two for each band. */
export function plotOf(
  chart: QuantityChart,
  traces: readonly Trace[],
  view: View,
  size: PlotSize,
  target: HTMLElement,
  callbacks: PlotCallbacks,
): uPlot {
  const scale = scaleOf(chart, view);
  const hasRight = chart.quantities.some(({ isRight }) => isRight);
  const series: uPlot.Series[] = traces.map(({ quantity, colour, dash, isDense }) => ({
    scale: quantity.isRight ? 'right' : 'left',
    stroke: colour,
    dash: [...dash],
    spanGaps: true,
    points: { show: false },
    ...(isDense ? { width: 1 / uPlot.pxRatio, paths: denseLine } : { width: lineWidth }),
  }));
  for (const { band, colour } of traces) {
    if (band === null) continue;
    const edge = { scale: 'left', width: 0, points: { show: false } };
    series.push({ ...edge, fill: `${colour}33`, paths: bandDownToNext }, { ...edge, paths: nothing });
  }
  const upright = (side: 'left' | 'right'): uPlot.Scale => ({
    distr: scale === 'log' ? 3 : 1,
    range: () => callbacks.range(side),
  });
  return new uPlot(
    {
      ...size,
      series: [{}, ...series],
      legend: { show: false },
      padding: [8, hasRight ? 0 : 24, 0, 0],
      scales: {
        x: { time: false, range: () => callbacks.range('x') },
        left: upright('left'),
        ...(hasRight ? { right: upright('right') } : {}),
      },
      axes: [
        axis(view.colours, { space: 90, size: 28 }, 'linear'),
        axis(view.colours, { scale: 'left', size: 58, space: 44 }, scale),
        ...(hasRight
          ? [
              axis(
                view.colours,
                { scale: 'right', side: 1, size: 58, grid: { show: false }, space: 44 },
                scale,
              ),
            ]
          : []),
      ],
      cursor: { points: { show: false }, drag: { x: true, y: false, setScale: false } },
      hooks: {
        drawClear: [(plot) => drawMark(plot, chart.mark, view.colours.muted)],
        setSelect: [
          (plot) => {
            const { left, width } = plot.select;
            if (width < 5) return;
            callbacks.zoom([plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')]);
            plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          },
        ],
        setCursor: [(plot) => callbacks.point(plot.cursor.idx ?? null)],
      },
    },
    undefined,
    target,
  );
}

function axis(
  { text, line }: Palette,
  options: uPlot.Axis & { readonly space: number },
  scale: 'linear' | 'log',
): uPlot.Axis {
  return {
    stroke: text,
    font: '11px system-ui, sans-serif',
    grid: { stroke: line, width: 1 },
    ticks: { stroke: line, width: 1, size: 4 },
    splits: (plot, index, from, to) => {
      const length = index === 0 ? plot.bbox.width : plot.bbox.height;
      return ticks([from, to], scale, Math.max(2, Math.floor(length / uPlot.pxRatio / options.space)));
    },
    values: (_, values) => values.map((value) => (value === null ? '' : axisNumber(value))),
    filter: (_, values) => values,
    ...options,
  };
}

function drawMark(plot: uPlot, value: number | undefined, colour: string): void {
  if (value === undefined) return;
  const { left, top, width, height } = plot.bbox;
  const y = plot.valToPos(value, 'left', true);
  if (!(y >= top && y <= top + height)) return;
  plot.ctx.save();
  plot.ctx.strokeStyle = colour;
  plot.ctx.setLineDash([4 * uPlot.pxRatio, 3 * uPlot.pxRatio]);
  plot.ctx.beginPath();
  plot.ctx.moveTo(left, y);
  plot.ctx.lineTo(left + width, y);
  plot.ctx.stroke();
  plot.ctx.restore();
}
